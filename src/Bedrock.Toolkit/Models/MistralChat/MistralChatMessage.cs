using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One message of a conversation. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</value>
    [JsonPropertyName("role")]
    public required MistralChatRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, for Pixtral also parts; may be empty or missing only where the model calls tools; omitted when null.</value>
    [JsonPropertyName("content")]
    public MistralChatContent? Content { get; set; }

    /// <summary>The calls of tools.</summary>
    /// <value>On <c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(MistralChatListConverter<MistralChatToolCall>))]
    public IList<MistralChatToolCall>? ToolCalls { get; set; }

    /// <summary>The call whose result this is.</summary>
    /// <value>On <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The instructions for the whole conversation.</summary>
    /// <param name="text">The instructions.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage System(string text) => new() { Role = MistralChatRole.System, Content = text };

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, for Pixtral also parts.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage User(MistralChatContent content) => new() { Role = MistralChatRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">What it said.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage Assistant(MistralChatContent content) => new() { Role = MistralChatRole.Assistant, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage Tool(string toolCallId, string content) =>
        new() { Role = MistralChatRole.Tool, ToolCallId = toolCallId, Content = content };

    internal MistralChatMessage Clone() => new()
    {
        Role = Role,
        Content = Content?.Clone(),
        ToolCalls = ToolCalls is null ? null : [.. ToolCalls.Select(call => call.Clone())],
        ToolCallId = ToolCallId,
        AdditionalProperties = WireCopies.Copy(AdditionalProperties),
    };
}
