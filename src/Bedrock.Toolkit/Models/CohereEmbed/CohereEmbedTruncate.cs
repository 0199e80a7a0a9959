using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What happens to an input that is too long. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CohereEmbedTruncate>))]
public readonly record struct CohereEmbedTruncate(string Value) : IOpenValue<CohereEmbedTruncate>
{
    /// <summary>It is refused.</summary>
    public static CohereEmbedTruncate None { get; } = new("NONE");

    /// <summary>Its beginning is cut off (Embed v3; recorded answers show that v4 takes it, too).</summary>
    public static CohereEmbedTruncate Start { get; } = new("START");

    /// <summary>Its end is cut off (Embed v3; recorded answers show that v4 takes it, too).</summary>
    public static CohereEmbedTruncate End { get; } = new("END");

    /// <summary>Its beginning is cut off (Embed v4).</summary>
    public static CohereEmbedTruncate Left { get; } = new("LEFT");

    /// <summary>Its end is cut off (Embed v4).</summary>
    public static CohereEmbedTruncate Right { get; } = new("RIGHT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CohereEmbedTruncate(string value) => new(value);

    /// <inheritdoc/>
    public static CohereEmbedTruncate Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
