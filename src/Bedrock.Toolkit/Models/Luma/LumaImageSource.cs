using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The bytes of a keyframe. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed class LumaImageSource
{
    /// <summary>The kind of source.</summary>
    /// <value><c>base64</c>, the only one documented; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The media type.</summary>
    /// <value><c>image/jpeg</c> or <c>image/png</c>; omitted when null.</value>
    [JsonPropertyName("media_type")]
    public string? MediaType { get; set; }

    /// <summary>The image.</summary>
    /// <value>512 x 512 to 4,096 x 4,096 pixels; omitted when null.</value>
    [JsonPropertyName("data")]
    public BedrockImage? Image { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
