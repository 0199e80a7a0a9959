namespace Bedrock.Toolkit.Models;

/// <summary>The file <c>video-generation-status.json</c> that Nova Reel writes beside its videos.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelStatus : BedrockObject
{
    /// <summary>The version of the file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The shots, in order.</summary>
    /// <value>Never null; empty by default.</value>
    [JsonPropertyName("shots"), JsonConverter(typeof(NovaReelListConverter<NovaReelVideoStatus>)), AllowNull]
    public IList<NovaReelVideoStatus> Shots { get; set => field = value ?? []; } = [];

    /// <summary>The whole video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("fullVideo"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelVideoStatus>))]
    public NovaReelVideoStatus? FullVideo { get; set; }
}

/// <summary>How one shot, or the whole video, ended.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelVideoStatus : BedrockObject
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
}
