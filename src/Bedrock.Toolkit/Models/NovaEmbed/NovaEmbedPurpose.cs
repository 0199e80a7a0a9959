using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the vectors are for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedPurpose>))]
public readonly record struct NovaEmbedPurpose(string Value) : IOpenValue<NovaEmbedPurpose>
{
    /// <summary>To be found: content that is stored.</summary>
    public static NovaEmbedPurpose GenericIndex { get; } = new("GENERIC_INDEX");

    /// <summary>To search content of all kinds with.</summary>
    public static NovaEmbedPurpose GenericRetrieval { get; } = new("GENERIC_RETRIEVAL");

    /// <summary>To search texts with.</summary>
    public static NovaEmbedPurpose TextRetrieval { get; } = new("TEXT_RETRIEVAL");

    /// <summary>To search images with.</summary>
    public static NovaEmbedPurpose ImageRetrieval { get; } = new("IMAGE_RETRIEVAL");

    /// <summary>To search videos with.</summary>
    public static NovaEmbedPurpose VideoRetrieval { get; } = new("VIDEO_RETRIEVAL");

    /// <summary>To search images of documents with.</summary>
    public static NovaEmbedPurpose DocumentRetrieval { get; } = new("DOCUMENT_RETRIEVAL");

    /// <summary>To search sound with.</summary>
    public static NovaEmbedPurpose AudioRetrieval { get; } = new("AUDIO_RETRIEVAL");

    /// <summary>Input of a classifier.</summary>
    public static NovaEmbedPurpose Classification { get; } = new("CLASSIFICATION");

    /// <summary>Input of a clustering.</summary>
    public static NovaEmbedPurpose Clustering { get; } = new("CLUSTERING");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedPurpose(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedPurpose Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
