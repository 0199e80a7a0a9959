using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A video for Nova Reel to make: the model input of an asynchronous call. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelRequest
{
    /// <summary>What to do.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("taskType")]
    public NovaReelTaskType TaskType { get; set; }

    /// <summary>The parameters of <c>TEXT_VIDEO</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textToVideoParams")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelTextToVideo>))]
    public NovaReelTextToVideo? TextToVideoParams { get; set; }

    /// <summary>The parameters of <c>MULTI_SHOT_AUTOMATED</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multiShotAutomatedParams")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelMultiShotAutomated>))]
    public NovaReelMultiShotAutomated? MultiShotAutomatedParams { get; set; }

    /// <summary>The parameters of <c>MULTI_SHOT_MANUAL</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multiShotManualParams")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelMultiShotManual>))]
    public NovaReelMultiShotManual? MultiShotManualParams { get; set; }

    /// <summary>How long and how large the video is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("videoGenerationConfig")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelVideoConfig>))]
    public NovaReelVideoConfig? VideoGenerationConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request for six seconds of video from a text.</summary>
    /// <param name="text">What the video shows.</param>
    /// <returns>The request.</returns>
    public static NovaReelRequest For(string text) => new()
    {
        TaskType = NovaReelTaskType.TextToVideo,
        TextToVideoParams = new NovaReelTextToVideo { Text = text },
        VideoGenerationConfig = new NovaReelVideoConfig { DurationSeconds = 6, Fps = 24, Dimension = "1280x720" },
    };
}
