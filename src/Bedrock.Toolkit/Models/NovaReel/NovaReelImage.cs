using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The first image of a shot. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelImage
{
    /// <summary>The file format.</summary>
    /// <value><c>png</c> or <c>jpeg</c>; required.</value>
    [JsonPropertyName("format")]
    public NovaReelImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>1280 x 720 pixels, 8 bits a channel, no transparent pixels.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelImageSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required NovaReelImageSource Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
