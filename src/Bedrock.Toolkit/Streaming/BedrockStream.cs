using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>Makes streams from events at hand, for tests and for stand-ins of the client.</summary>
public static class BedrockStream
{
    /// <summary>A stream that gives the events of a sequence under the same contract as one from Bedrock: a missing end mark is an error.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <param name="model">The model whose end mark and fold are used.</param>
    /// <param name="events">The events, in order.</param>
    /// <returns>The stream.</returns>
    public static BedrockStream<TEvent, TResponse> From<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model,
        IAsyncEnumerable<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(events);
        return new BedrockStream<TEvent, TResponse>(new SequenceSource<TEvent>(events), model.IsEnd, model.CreateFold, CancellationToken.None);
    }

    /// <summary>A stream that gives the events of a sequence under the same contract as one from Bedrock: a missing end mark is an error.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <param name="model">The model whose end mark and fold are used.</param>
    /// <param name="events">The events, in order.</param>
    /// <returns>The stream.</returns>
    public static BedrockStream<TEvent, TResponse> From<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model,
        IEnumerable<TEvent> events) => From(model, events.ToAsyncEnumerable());

    /// <summary>A stream of an operation with events of its own, that gives the events of a sequence under the same contract as one from Bedrock.</summary>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <typeparam name="TResponse">The response that the events fold into.</typeparam>
    /// <param name="operation">The operation's API name, for errors.</param>
    /// <param name="events">The events, in order.</param>
    /// <param name="isEnd">Whether an event is the end mark; a sequence without one is incomplete.</param>
    /// <param name="createFold">Makes the fold from events into the response.</param>
    /// <returns>The stream.</returns>
    public static BedrockStream<TEvent, TResponse> From<TEvent, TResponse>(
        string operation,
        IAsyncEnumerable<TEvent> events,
        Func<TEvent, bool> isEnd,
        Func<IStreamFold<TEvent, TResponse>> createFold)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(isEnd);
        ArgumentNullException.ThrowIfNull(createFold);
        return new BedrockStream<TEvent, TResponse>(new SequenceSource<TEvent>(events, operation), isEnd, createFold, CancellationToken.None);
    }
}
