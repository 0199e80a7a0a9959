using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>A stream whose events can be folded into the response that the call without streaming gives.</summary>
/// <typeparam name="TEvent">One piece of the answer.</typeparam>
/// <typeparam name="TResponse">The whole answer.</typeparam>
public sealed class BedrockStream<TEvent, TResponse> : BedrockStream<TEvent>
{
    private readonly Func<IStreamFold<TEvent, TResponse>> _createFold;
    private IStreamFold<TEvent, TResponse>? _kept;
    private bool _hasResponse;
    private TResponse? _response;

    internal BedrockStream(
        IEventSource<TEvent> source,
        Func<TEvent, bool>? isEnd,
        Func<IStreamFold<TEvent, TResponse>> createFold,
        CancellationToken callToken)
        : base(source, isEnd, callToken) => _createFold = createFold;

    /// <summary>The whole answer, after <c>await foreach</c> over a stream with <see cref="KeepResponse"/>, or after
    /// <see cref="ForEachAsync"/> or <see cref="ToResponseAsync"/>.</summary>
    /// <value>Always the same object; one that derives from <see cref="BedrockResponse"/> has the stream's metadata.</value>
    /// <exception cref="InvalidOperationException"><see cref="KeepResponse"/> was not called, or the stream was not read to its end.</exception>
    public TResponse Response
    {
        get
        {
            if (_kept is null)
            {
                throw new InvalidOperationException("The stream did not keep its answer: call KeepResponse before the first event is read.");
            }

            if (!IsComplete)
            {
                throw new InvalidOperationException("The answer is not complete: the stream was not read to its end.");
            }

            if (!_hasResponse)
            {
                (_response, _hasResponse) = (Finish(_kept), true);
            }

            return _response!;
        }
    }

    /// <summary>Has the stream keep its answer while it is enumerated, as <see cref="Response"/>: costs as much memory as the answer is long.</summary>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">Events were read before.</exception>
    public BedrockStream<TEvent, TResponse> KeepResponse()
    {
        if (IsBegun)
        {
            throw new InvalidOperationException("KeepResponse comes before the first event is read: those that are gone cannot be kept.");
        }

        _kept ??= _createFold();
        return this;
    }

    private protected override void OnDelivered(TEvent current) => _kept?.Add(current);

    /// <summary>Reads the whole stream and folds it into the response.</summary>
    /// <remarks>Takes the place of the enumeration: a stream is read once, by this or by <c>await foreach</c>.</remarks>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The response; one that derives from <see cref="BedrockResponse"/> has the stream's metadata.</returns>
    /// <exception cref="BedrockException">The call or the stream failed.</exception>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    public Task<TResponse> ToResponseAsync(CancellationToken cancellationToken = default) => ReadAsync(null, cancellationToken);

    /// <summary>Shows every event as it comes, and gives the response at the end: for a chat that prints the answer and then goes on with it.</summary>
    /// <remarks>Takes the place of the enumeration: a stream is read once.</remarks>
    /// <param name="onEvent">Sees every event, in order; the next one is read when it has returned.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The response; one that derives from <see cref="BedrockResponse"/> has the stream's metadata.</returns>
    /// <exception cref="BedrockException">The call or the stream failed.</exception>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    public Task<TResponse> ForEachAsync(Action<TEvent> onEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        return ReadAsync(onEvent, cancellationToken);
    }

    // The answer is kept as for Response: there is one fold, whoever reads.
    private async Task<TResponse> ReadAsync(Action<TEvent>? onEvent, CancellationToken cancellationToken)
    {
        if (!IsBegun)
        {
            _kept ??= _createFold();
            if (onEvent is null && _kept is IChunkFold chunks)
            {
                FoldInto(chunks);
            }
        }

        await foreach (TEvent streamEvent in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            onEvent?.Invoke(streamEvent);
        }

        return Response;
    }

    private TResponse Finish(IStreamFold<TEvent, TResponse> fold)
    {
        TResponse response = fold.ToResponse();
        if (response is BedrockResponse bedrockResponse)
        {
            bedrockResponse.Metadata = Metadata;
        }

        return response;
    }
}
