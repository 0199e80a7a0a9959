namespace Bedrock.Toolkit.EventStreams;

/// <summary>The content of one event-stream frame, independent of any buffer: headers and a payload.</summary>
/// <remarks>
/// Safe to share between threads as long as nobody writes to the payload's memory.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
public sealed class EventStreamMessage
{
    /// <summary>Creates a message.</summary>
    /// <param name="headers">The headers in the order in which they are written; the list is copied.</param>
    /// <param name="payload">The payload; it is not copied. Empty when left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="headers"/> holds null.</exception>
    public EventStreamMessage(IEnumerable<EventStreamHeader> headers, ReadOnlyMemory<byte> payload = default)
    {
        ArgumentNullException.ThrowIfNull(headers);
        EventStreamHeader[] copy = [.. headers];
        if (Array.IndexOf(copy, null) >= 0)
        {
            throw new ArgumentException("A header is null.", nameof(headers));
        }

        Headers = Array.AsReadOnly(copy);
        Payload = payload;
    }

    /// <summary>The headers, in the order of the wire.</summary>
    /// <value>May be empty.</value>
    public IReadOnlyList<EventStreamHeader> Headers { get; }

    /// <summary>What the frame carries, usually JSON.</summary>
    /// <value>May be empty.</value>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Looks for a header.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <returns>The header, or null when there is none of that name.</returns>
    public EventStreamHeader? Find(string name)
    {
        foreach (EventStreamHeader header in Headers)
        {
            if (string.Equals(header.Name, name, StringComparison.Ordinal)) return header;
        }

        return null;
    }

    /// <summary>Looks for a header that holds text.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <returns>The text, or null when there is no header of that name or it is of another type.</returns>
    public string? FindString(string name) =>
        Find(name) is { Type: EventStreamHeaderType.String } header ? header.AsString() : null;

    /// <summary>Shows how much there is, never what it says.</summary>
    /// <returns>Such as <c>3 headers, 120 bytes of payload</c>.</returns>
    public override string ToString() => $"{Headers.Count} headers, {Payload.Length} bytes of payload";
}
