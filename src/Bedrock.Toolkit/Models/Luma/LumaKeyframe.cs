using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image that the video begins or ends with. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed class LumaKeyframe
{
    /// <summary>The kind of keyframe.</summary>
    /// <value><c>image</c>, the only one documented; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(LumaObjectConverter<LumaImageSource>))]
    public LumaImageSource? Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A keyframe of an image.</summary>
    /// <param name="image">JPEG or PNG, 512 x 512 to 4,096 x 4,096 pixels.</param>
    /// <returns>The keyframe.</returns>
    public static LumaKeyframe For(BedrockImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new() { Type = "image", Source = new LumaImageSource { Type = "base64", MediaType = image.MediaType, Image = image } };
    }
}
