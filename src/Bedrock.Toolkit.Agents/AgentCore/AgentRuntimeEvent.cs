using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Agents.AgentCore;

/// <summary>A piece of what an agent in a runtime answers: one server-sent event, or the whole answer where it is of another media type. Immutable.</summary>
public sealed class AgentRuntimeEvent
{
    /// <summary>Makes an event.</summary>
    /// <param name="eventType">The kind of event; <c>message</c> where the agent names none.</param>
    /// <param name="data">The content.</param>
    /// <param name="eventId">The id that the agent gave it.</param>
    public AgentRuntimeEvent(string eventType, ReadOnlyMemory<byte> data, string? eventId = null)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        (EventType, Data, EventId) = (eventType, data, eventId);
    }

    /// <summary>The kind of event.</summary>
    /// <value><c>message</c> where the agent names none.</value>
    public string EventType { get; }

    /// <summary>The content, as the agent wrote it.</summary>
    /// <value>UTF-8 as a rule.</value>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The id that the agent gave it.</summary>
    /// <value>Null when there is none.</value>
    public string? EventId { get; }

    /// <summary>The content as text.</summary>
    public string Text => Encoding.UTF8.GetString(Data.Span);

    /// <summary>Reads the content as JSON.</summary>
    /// <typeparam name="T">What the agent writes.</typeparam>
    /// <param name="info">How it is read.</param>
    /// <returns>The object; null for the JSON null.</returns>
    /// <exception cref="JsonException">The content is no JSON, or does not fit the type.</exception>
    public T? ReadJson<T>(JsonTypeInfo<T> info) => JsonSerializer.Deserialize(Data.Span, info);

    /// <summary>The kind of event and its size, never its content.</summary>
    /// <returns>Such as <c>message, 12 bytes</c>.</returns>
    public override string ToString() => $"{EventType}, {Data.Length} bytes";
}
