using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the model says in an answer, or in a piece of one. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatResponseMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public MistralChatRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string in every documented case, empty where the model only calls tools; omitted when null.</value>
    [JsonPropertyName("content")]
    public MistralChatContent? Content { get; set; }

    /// <summary>The calls of tools.</summary>
    /// <value>In a stream whole, on the last chunk; omitted when null.</value>
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(MistralChatListConverter<MistralChatToolCall>))]
    public IList<MistralChatToolCall>? ToolCalls { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
