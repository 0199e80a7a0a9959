using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>One call of a typed operation that answers with an event stream of its own events.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TEvent">One piece of the answer.</typeparam>
/// <typeparam name="TResponse">The response that the events fold into.</typeparam>
public sealed class BedrockStreamingCall<TRequest, TEvent, TResponse> : BedrockCall<TRequest>
{
    /// <summary>Reads one event.</summary>
    public required BedrockEventReader<TEvent> ReadEvent { get; init; }

    /// <summary>Whether an event is the stream's end mark: a body that ends without one is an incomplete answer.</summary>
    /// <value>Events that follow the end mark are still delivered. Null when the operation has no end mark: the end of the body is
    /// the end of the answer.</value>
    public required Func<TEvent, bool>? IsEnd { get; init; }

    /// <summary>Makes the fold from events into the response.</summary>
    public required Func<IStreamFold<TEvent, TResponse>> CreateFold { get; init; }

    /// <summary>Takes counts and latency of the whole call out of an event, for the stream's metadata.</summary>
    /// <value>Gives null for events that have none; null when no event has them.</value>
    public Func<TEvent, BedrockInvocationMetrics?>? ReadMetrics { get; init; }

    /// <summary>Reads the frames where they are not the operation's own events: chunks of a family, or frames as they are.</summary>
    internal FrameReader<TEvent>? Frames { get; init; }

    /// <summary>Reads the answer where it is no stream of frames; then nothing else here reads events.</summary>
    internal Func<IStreamingCall, IEventSource<TEvent>>? CreateSource { get; init; }
}
