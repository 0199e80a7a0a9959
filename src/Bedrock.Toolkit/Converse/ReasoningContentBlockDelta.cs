using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of reasoning: a closed set, with <see cref="UnknownReasoningContentBlockDelta"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlockDelta.html</remarks>
[JsonConverter(typeof(ReasoningContentBlockDeltaConverter))]
public abstract class ReasoningContentBlockDelta
{
    private protected ReasoningContentBlockDelta()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
