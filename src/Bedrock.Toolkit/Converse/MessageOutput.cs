using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A message. Not thread safe while it is changed.</summary>
public sealed class MessageOutput : ConverseOutput
{
    /// <summary>One without content.</summary>
    public MessageOutput()
    {
    }

    /// <summary>A message.</summary>
    /// <param name="message">The message.</param>
    public MessageOutput(Message message) => Message = message;

    /// <summary>The message.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(ConverseObjectConverter<Message>))]
    public Message? Message { get; set; }
}
