using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Mistral model, or a piece of one in a stream. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html</remarks>
public sealed class MistralOutput
{
    /// <summary>The answer, or its next piece.</summary>
    /// <value>As the model wrote it, often with white space in front; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public MistralStopReason? StopReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
