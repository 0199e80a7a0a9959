using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long and how large a video is. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelVideoConfig
{
    /// <summary>The length.</summary>
    /// <value>6; for automated shots a multiple of 6 from 12 to 120; not for manual shots; omitted when null.</value>
    [JsonPropertyName("durationSeconds")]
    [JsonConverter(typeof(CountConverter))]
    public int? DurationSeconds { get; set; }

    /// <summary>Frames a second.</summary>
    /// <value>24, the only value taken; omitted when null.</value>
    [JsonPropertyName("fps")]
    [JsonConverter(typeof(CountConverter))]
    public int? Fps { get; set; }

    /// <summary>Width and height.</summary>
    /// <value><c>1280x720</c>, the only value taken; omitted when null.</value>
    [JsonPropertyName("dimension")]
    public string? Dimension { get; set; }

    /// <summary>Makes the same request give the same video.</summary>
    /// <value>0 to 2,147,483,646; 42 by default; omitted when null.</value>
    [JsonPropertyName("seed")]
    [JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
