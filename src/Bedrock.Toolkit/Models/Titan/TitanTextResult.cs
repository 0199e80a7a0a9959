using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Titan Text model. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
public sealed class TitanTextResult
{
    /// <summary>How long the answer is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("tokenCount")]
    [JsonConverter(typeof(CountConverter))]
    public int? TokenCount { get; set; }

    /// <summary>The answer.</summary>
    /// <value>As the model wrote it, often with a line break in front; omitted when null.</value>
    [JsonPropertyName("outputText")]
    public string? OutputText { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completionReason")]
    public TitanCompletionReason? CompletionReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
