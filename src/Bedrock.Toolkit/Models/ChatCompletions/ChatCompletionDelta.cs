using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The next piece of a message. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionDelta
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ChatCompletionRole? Role { get; set; }

    /// <summary>What is said, as the model wrote it.</summary>
    /// <value>A string, or parts; gpt-oss puts its reasoning first, in <c>&lt;reasoning&gt;</c> tags; null beside tool calls; omitted when null.</value>
    [JsonPropertyName("content")]
    public ChatCompletionContent? Content { get; set; }

    /// <summary>The reasoning, where a model tells it apart.</summary>
    /// <value>Seen at Palmyra; at other models unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_content")]
    public string? ReasoningContent { get; set; }

    /// <summary>The reasoning under its other name.</summary>
    /// <value>Unconfirmed on Bedrock; omitted when null.</value>
    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; set; }

    /// <summary>The tools that the model asks for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionToolCall>))]
    public IList<ChatCompletionToolCall>? ToolCalls { get; set; }

    /// <summary>Why the model does not answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The piece of text.</summary>
    /// <value>Null when this brings none.</value>
    [JsonIgnore]
    public string? Text => Content?.Text;
}
