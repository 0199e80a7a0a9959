using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What an asynchronous embedding gave: the file <c>segmented-embedding-result.json</c>. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedAsyncResult
{
    /// <summary>The file that was embedded.</summary>
    /// <value>An S3 address; omitted when null.</value>
    [JsonPropertyName("sourceFileUri")]
    public string? SourceFileUri { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("embeddingDimension")]
    [JsonConverter(typeof(CountConverter))]
    public int? EmbeddingDimension { get; set; }

    /// <summary>What became of each kind of content.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("embeddingResults")]
    [JsonConverter(typeof(NovaEmbedListConverter<NovaEmbedAsyncPart>))]
    [AllowNull]
    public IList<NovaEmbedAsyncPart> EmbeddingResults { get; set => field = value ?? []; } = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
