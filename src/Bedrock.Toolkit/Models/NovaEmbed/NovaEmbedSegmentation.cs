using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long content is cut into segments, for asynchronous requests. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedSegmentation
{
    /// <summary>The longest segment of a text.</summary>
    /// <value>800 to 50,000 characters; the service takes 32,000 when it is missing; omitted when null.</value>
    [JsonPropertyName("maxLengthChars")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxLengthChars { get; set; }

    /// <summary>The length of a segment of sound or video.</summary>
    /// <value>1 to 30 seconds; the service takes 5 when it is missing; omitted when null.</value>
    [JsonPropertyName("durationSeconds")]
    [JsonConverter(typeof(CountConverter))]
    public int? DurationSeconds { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
