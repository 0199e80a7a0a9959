using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The image of a mixed input. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed class CohereEmbedImageUrl
{
    /// <summary>The image.</summary>
    /// <value>A data URI on the wire; required in a request, omitted when null.</value>
    [JsonPropertyName("url")]
    public CohereEmbedImage? Url { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
