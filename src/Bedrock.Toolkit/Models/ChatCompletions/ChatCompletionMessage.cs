using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One turn of a conversation. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed class ChatCompletionMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>system</c>, <c>developer</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</value>
    [JsonPropertyName("role")]
    public required ChatCompletionRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, or parts by model; null only for an assistant that asks for tools or refuses; omitted when null.</value>
    [JsonPropertyName("content")]
    public ChatCompletionContent? Content { get; set; }

    /// <summary>A name that tells speakers of one role apart.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The tools that the model asked for.</summary>
    /// <value>For an assistant; omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionToolCall>))]
    public IList<ChatCompletionToolCall>? ToolCalls { get; set; }

    /// <summary>The call that this is the result of.</summary>
    /// <value><see cref="ChatCompletionToolCall.Id"/>; for the role <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>Why the model did not answer.</summary>
    /// <value>For an assistant; omitted when null.</value>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; set; }

    /// <summary>The reasoning of an earlier answer; unconfirmed in requests on Bedrock.</summary>
    /// <value>For an assistant; not at Kimi K3; omitted when null.</value>
    [JsonPropertyName("reasoning_content")]
    public string? ReasoningContent { get; set; }

    /// <summary>The reasoning of an earlier answer under its other name; unconfirmed in requests on Bedrock.</summary>
    /// <value>For an assistant; not at Kimi K3; omitted when null.</value>
    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Instructions for the whole conversation.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage System(ChatCompletionContent content) => new() { Role = ChatCompletionRole.System, Content = content };

    /// <summary>Instructions for the whole conversation, under the name that gpt-oss has for them.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Developer(ChatCompletionContent content) => new() { Role = ChatCompletionRole.Developer, Content = content };

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage User(ChatCompletionContent content) => new() { Role = ChatCompletionRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Assistant(ChatCompletionContent content) => new() { Role = ChatCompletionRole.Assistant, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave: a string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Tool(string toolCallId, ChatCompletionContent content) =>
        new() { Role = ChatCompletionRole.Tool, ToolCallId = toolCallId, Content = content };

    internal ChatCompletionMessage Clone()
    {
        var copy = (ChatCompletionMessage)MemberwiseClone();
        copy.Content = Content?.Clone();
        copy.ToolCalls = ToolCalls.Copy(call => call.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
