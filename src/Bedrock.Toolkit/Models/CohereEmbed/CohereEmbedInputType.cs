using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the vectors are for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CohereEmbedInputType>))]
public readonly record struct CohereEmbedInputType(string Value) : IOpenValue<CohereEmbedInputType>
{
    /// <summary>Texts that are stored and searched.</summary>
    public static CohereEmbedInputType SearchDocument { get; } = new("search_document");

    /// <summary>A question to search with.</summary>
    public static CohereEmbedInputType SearchQuery { get; } = new("search_query");

    /// <summary>Input of a classifier.</summary>
    public static CohereEmbedInputType Classification { get; } = new("classification");

    /// <summary>Input of a clustering.</summary>
    public static CohereEmbedInputType Clustering { get; } = new("clustering");

    /// <summary>An image; Embed v3 only.</summary>
    public static CohereEmbedInputType Image { get; } = new("image");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CohereEmbedInputType(string value) => new(value);

    /// <inheritdoc/>
    public static CohereEmbedInputType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
