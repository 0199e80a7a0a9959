using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What happens to a text that is too long. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedTruncationMode>))]
public readonly record struct NovaEmbedTruncationMode(string Value) : IOpenValue<NovaEmbedTruncationMode>
{
    /// <summary>Its beginning is cut off.</summary>
    public static NovaEmbedTruncationMode Start { get; } = new("START");

    /// <summary>Its end is cut off.</summary>
    public static NovaEmbedTruncationMode End { get; } = new("END");

    /// <summary>It is refused.</summary>
    public static NovaEmbedTruncationMode None { get; } = new("NONE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedTruncationMode(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedTruncationMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
