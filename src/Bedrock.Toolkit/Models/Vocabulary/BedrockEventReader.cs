namespace Bedrock.Toolkit;

/// <summary>Reads one frame of an event stream as a typed event.</summary>
/// <typeparam name="TEvent">One piece of the answer.</typeparam>
/// <param name="eventType">The header <c>:event-type</c>, in UTF-8.</param>
/// <param name="payload">The payload; valid only during the call.</param>
/// <returns>The event; null passes the frame over, and it is counted in <see cref="BedrockResponseMetadata.SkippedEvents"/>.</returns>
/// <exception cref="System.Text.Json.JsonException">The payload cannot be read; the client throws it on as a
/// <see cref="BedrockProtocolException"/>.</exception>
public delegate TEvent? BedrockEventReader<out TEvent>(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload);
