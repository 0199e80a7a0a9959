using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up what a model that can stream answers; as <see cref="FakeModel{TRequest, TResponse}"/>, and streams. Thread-safe.</summary>
/// <typeparam name="TRequest">The model's request.</typeparam>
/// <typeparam name="TResponse">The model's response.</typeparam>
/// <typeparam name="TEvent">The JSON of one chunk of the stream.</typeparam>
public sealed class FakeStreamingModel<TRequest, TResponse, TEvent> : FakeModel<TRequest, TResponse>
{
    private readonly Func<TEvent, int, byte[]> _frame;
    private readonly Func<ReadOnlyMemory<byte>, IEnumerable<TEvent>>? _cut;

    internal FakeStreamingModel(StreamingModel<TRequest, TResponse, TEvent> model, ModelScript script)
        : base(model, script) =>
        _frame = (streamEvent, index) => EventFrames.Chunk(JsonSerializer.SerializeToUtf8Bytes(streamEvent, model.EventTypeInfo), index);

    internal FakeStreamingModel(
        JsonTypeInfo<TRequest> requestInfo, JsonTypeInfo<TResponse> responseInfo, Func<TEvent, int, byte[]> frame, ModelScript script,
        Func<ReadOnlyMemory<byte>, IEnumerable<TEvent>>? cut = null, Func<string, TResponse>? say = null)
        : base(requestInfo, responseInfo, script, say: say)
    {
        _frame = frame;
        _cut = cut;
    }

    private protected override bool CutsReplies => _cut is not null;

    /// <summary>Queues a stream.</summary>
    /// <remarks>Nothing is added to the events: a stream without the model's end mark is an incomplete one, as in earnest.</remarks>
    /// <param name="events">The events; written as JSON now, so that later changes have no effect.</param>
    /// <returns>This.</returns>
    [OverloadResolutionPriority(1)]
    public FakeStreamingModel<TRequest, TResponse, TEvent> Stream(IEnumerable<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        byte[][] frames = [.. events.Select(_frame)];
        Script.Add(ScriptedAnswer.Stream(_ => Answer.EventStream(EventFrames.OfFrames(frames))));
        return this;
    }

    /// <summary>Queues a stream that is made from the request.</summary>
    /// <param name="respond">Makes the events; runs once a call, for several calls at the same time.</param>
    /// <returns>This.</returns>
    public FakeStreamingModel<TRequest, TResponse, TEvent> Stream(Func<TRequest, IEnumerable<TEvent>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Script.Add(ScriptedAnswer.Stream(call => Answer.EventStream(EventFrames.OfFrames([.. respond(Read(call)).Select(_frame)]))));
        return this;
    }

    /// <summary>Queues a stream whose events come when they are ready, for tests of what happens between two events.</summary>
    /// <param name="events">The events; enumerated anew for each call, with a token that is cancelled when the client goes away.</param>
    /// <returns>This.</returns>
    public FakeStreamingModel<TRequest, TResponse, TEvent> Stream(IAsyncEnumerable<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Script.Add(ScriptedAnswer.Stream(_ => Answer.EventStream(WriteAll(events))));
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Reply(TResponse response)
    {
        base.Reply(response);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Reply(Func<TRequest, TResponse> respond)
    {
        base.Reply(respond);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Reply(string text)
    {
        base.Reply(text);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Throw(Exception exception)
    {
        base.Throw(exception);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Fault(BedrockFault fault)
    {
        base.Fault(fault);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> Tokens(int input, int output)
    {
        base.Tokens(input, output);
        return this;
    }

    /// <inheritdoc/>
    public override FakeStreamingModel<TRequest, TResponse, TEvent> After(TimeSpan firstByte, TimeSpan betweenEvents = default)
    {
        base.After(firstByte, betweenEvents);
        return this;
    }

    private protected override Answer Cut(ReadOnlyMemory<byte> body) =>
        _cut is null ? base.Cut(body) : Answer.EventStream(EventFrames.OfFrames([.. _cut(body).Select(_frame)]));

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> WriteAll(IAsyncEnumerable<TEvent> events,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int index = 0;
        await foreach (TEvent streamEvent in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return _frame(streamEvent, index++);
        }
    }
}
