using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The images that a video begins and ends with. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed class LumaKeyframes
{
    /// <summary>The first image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("frame0")]
    [JsonConverter(typeof(LumaObjectConverter<LumaKeyframe>))]
    public LumaKeyframe? Frame0 { get; set; }

    /// <summary>The last image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("frame1")]
    [JsonConverter(typeof(LumaObjectConverter<LumaKeyframe>))]
    public LumaKeyframe? Frame1 { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
