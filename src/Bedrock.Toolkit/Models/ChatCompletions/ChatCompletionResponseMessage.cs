using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the model says. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionResponseMessage
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

    /// <summary>The answer without the reasoning that some models write in front of it in tags.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => ChatCompletionReasoningText.Split(Content?.Text).Answer;

    /// <summary>The reasoning, from its own member or from the tags in front of the answer.</summary>
    /// <value>Null when the model showed none.</value>
    [JsonIgnore]
    public string? ReasoningText => ReasoningContent ?? Reasoning ?? ChatCompletionReasoningText.Split(Content?.Text).Reasoning;

    /// <summary>The message as a turn of the conversation, to be added to the next request.</summary>
    /// <param name="keepReasoning">
    /// Whether <see cref="ReasoningContent"/> and <see cref="Reasoning"/> are sent back. False by default: no model's documentation has them in a
    /// request, and Kimi K3 fails on them. Reasoning inside of <see cref="Content"/> always stays.
    /// </param>
    /// <returns>A message with its own copies.</returns>
    public ChatCompletionMessage ToMessage(bool keepReasoning = false)
    {
        // An empty list of tool calls is what Palmyra answers and what a request must not have.
        var message = new ChatCompletionMessage
        {
            Role = Role ?? ChatCompletionRole.Assistant,
            Content = Content?.Clone(),
            ToolCalls = ToolCalls is { Count: > 0 } ? ToolCalls.Copy(call => call.Clone()) : null,
            Refusal = Refusal,
            ReasoningContent = keepReasoning ? ReasoningContent : null,
            Reasoning = keepReasoning ? Reasoning : null,
            AdditionalProperties = AdditionalProperties.Copy(),
        };
        if (message is { Content: null, ToolCalls: null, Refusal: null })
        {
            message.Content = string.Empty;
        }

        return message;
    }
}
