using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One of the answers; one, unless the request asked for more. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionChoice
{
    /// <summary>Which answer this is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What the model says.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseMessage>))]
    public ChatCompletionResponseMessage? Message { get; set; }

    /// <summary>How likely the tokens were.</summary>
    /// <value>When the request asked for it; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionLogprobs>))]
    public ChatCompletionLogprobs? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it; Palmyra.</summary>
    /// <value>A text, a number or null; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
