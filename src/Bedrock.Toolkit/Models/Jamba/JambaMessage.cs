using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One turn of a conversation. Not thread safe while it is changed.</summary>
public sealed class JambaMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c>, <c>assistant</c>, <c>system</c> or <c>tool</c>; null only in what was read.</value>
    [JsonPropertyName("role")]
    public JambaRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A text; may be null beside tool calls; omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>The calls that the model asked for; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(JambaListConverter<JambaToolCall>))]
    public IList<JambaToolCall>? ToolCalls { get; set; }

    /// <summary>The id of the call that this message is the result of; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage User(string content) => new() { Role = JambaRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage Assistant(string content) => new() { Role = JambaRole.Assistant, Content = content };

    /// <summary>The system prompt.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage System(string content) => new() { Role = JambaRole.System, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <returns>The message.</returns>
    public static JambaMessage Tool(string toolCallId, string content) => new() { Role = JambaRole.Tool, ToolCallId = toolCallId, Content = content };

    internal JambaMessage Clone()
    {
        var copy = (JambaMessage)MemberwiseClone();
        copy.ToolCalls = ToolCalls.Copy(item => item.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
