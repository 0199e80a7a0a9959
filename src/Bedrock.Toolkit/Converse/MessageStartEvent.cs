using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The answer begins. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStartEvent.html</remarks>
public sealed class MessageStartEvent : ConverseStreamEvent
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ConversationRole? Role { get; set; }
}
