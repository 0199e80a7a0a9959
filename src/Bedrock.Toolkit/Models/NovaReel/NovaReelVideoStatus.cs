using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How one shot, or the whole video, ended. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelVideoStatus
{
    /// <summary>How it ended.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public NovaReelStatusValue? Status { get; set; }

    /// <summary>Where the video is.</summary>
    /// <value>An S3 address; omitted when null.</value>
    [JsonPropertyName("location")]
    public string? Location { get; set; }

    /// <summary>Why it failed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("failureType")]
    public NovaReelFailureType? FailureType { get; set; }

    /// <summary>More about the failure.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("failureMessage")]
    public string? FailureMessage { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
