using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of one of the answers. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionChunkChoice
{
    /// <summary>Which answer the piece belongs to.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The piece.</summary>
    /// <value>Empty on the last chunk of many models; omitted when null.</value>
    [JsonPropertyName("delta")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionDelta>))]
    public ChatCompletionDelta? Delta { get; set; }

    /// <summary>How likely the tokens of the piece were.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("logprobs")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionLogprobs>))]
    public ChatCompletionLogprobs? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk only; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it; Palmyra.</summary>
    /// <value>On the last chunk only; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
