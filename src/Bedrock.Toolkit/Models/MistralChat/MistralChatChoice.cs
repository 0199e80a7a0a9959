using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Mistral chat model, or a piece of one in a stream. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatChoice
{
    /// <summary>Which answer this is.</summary>
    /// <value>0 in every documented case; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What the model says; in a stream the next piece of it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(MistralChatObjectConverter<MistralChatResponseMessage>))]
    public MistralChatResponseMessage? Message { get; set; }

    /// <summary>Why the model stopped: the documented name.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public MistralChatStopReason? StopReason { get; set; }

    /// <summary>Why the model stopped: the name that clients have seen from Large 24.07 and Pixtral.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public MistralChatStopReason? FinishReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
