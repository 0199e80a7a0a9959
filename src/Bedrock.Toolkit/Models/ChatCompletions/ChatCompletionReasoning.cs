using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much the model reasons: the nested form, for GPT-5 and later and for Kimi K3. Not thread safe while it is changed.</summary>
/// <remarks>Taken by Converse as an additional field (seen in a public client); on InvokeModel unconfirmed.</remarks>
public sealed class ChatCompletionReasoning
{
    /// <summary>The effort.</summary>
    /// <value><c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>xhigh</c> or <c>max</c>; omitted when null.</value>
    [JsonPropertyName("effort")]
    public ChatCompletionReasoningEffort? Effort { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionReasoning Clone()
    {
        var copy = (ChatCompletionReasoning)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
