using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of DeepSeek-R1, or a piece of one in a stream. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</remarks>
public sealed class DeepSeekChoice
{
    /// <summary>The answer, or its next piece.</summary>
    /// <value>The reasoning, <c>&lt;/think></c>, and what the model says; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public DeepSeekStopReason? StopReason { get; set; }

    /// <summary>Why the model stopped, under the name that one public client looks for; unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public DeepSeekStopReason? FinishReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
