namespace Bedrock.Toolkit.Streaming;

/// <summary>The body of an open answer, piece by piece as it arrives. Used by one thread at a time, but for <see cref="Abort"/>.</summary>
/// <param name="call">The call.</param>
/// <param name="watcher">Looks at every piece; null for bytes that nobody knows.</param>
internal sealed class ByteEventSource(IStreamingCall call, IByteWatcher? watcher) : IEventSource<ReadOnlyMemory<byte>>
{
    private const int PieceSize = 16 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
    private Stream? _body;
    private BedrockResponseMetadata? _metadata;
    private bool _hasNews;
    private bool _holdsFirst;
    private bool _isReturned;

    public ReadOnlyMemory<byte> Current { get; private set; }

    public BedrockResponseMetadata? Metadata => _metadata ?? call.Metadata;

    public Task OpenAsync(CancellationToken cancellationToken) => call.OpenAsync(BeginAsync, cancellationToken);

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_holdsFirst)
        {
            // Only now does everybody who counts know the answer.
            _holdsFirst = false;
            ReportCounts();
            return true;
        }

        bool more = await ReadPieceAsync(cancellationToken).ConfigureAwait(false);
        ReportCounts();
        return more;
    }

    public void AddContext(BedrockException exception, int eventsDelivered)
    {
        CallFacts facts = call.Facts;
        exception.AddContext(facts.Operation, facts.ModelId, facts.RequestId, facts.Attempts, eventsDelivered);
    }

    public void Finish(Exception? failure) => call.Finish(failure);

    public void EndWithin(TimeSpan limit) => call.EndWithin(limit);

    public void Abort() => call.Abort();

    public async ValueTask DisposeAsync()
    {
        if (_body is not null)
        {
            await _body.DisposeAsync().ConfigureAwait(false);
        }

        await call.DisposeAsync().ConfigureAwait(false);
        if (!_isReturned)
        {
            _isReturned = true;
            Current = default;
            ArrayPool<byte>.Shared.Return(_buffer);
            watcher?.Dispose();
        }
    }

    private void ReportCounts()
    {
        if (_hasNews)
        {
            _hasNews = false;
            call.Report(_metadata);
        }
    }

    private async Task BeginAsync(Stream body, CancellationToken cancellationToken)
    {
        if (_body is { } ofEarlierAttempt)
        {
            await ofEarlierAttempt.DisposeAsync().ConfigureAwait(false);
        }

        _body = body;
        watcher?.Begin(call);
        if (!await ReadPieceAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new BedrockIncompleteStreamException("The answer ended before its first byte.") { IsTransient = true };
        }

        _holdsFirst = true;
    }

    private async ValueTask<bool> ReadPieceAsync(CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await _body!.ReadAsync(_buffer.AsMemory(0, PieceSize), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ProgramFault.IsForeign(e))
        {
            // The end mark has come: what breaks after it takes nothing from the answer.
            return watcher is { HasEnded: true } ? false
                : throw new BedrockIncompleteStreamException("The connection ended or broke inside the answer.", e) { IsTransient = true };
        }

        Current = _buffer.AsMemory(0, read);
        if (read == 0)
        {
            return watcher is null or { HasEnded: true } ? false
                : throw new BedrockIncompleteStreamException("The stream ended without its end mark: the answer is not complete.") { IsTransient = true };
        }

        if (watcher?.Take(Current.Span, call) is { } metrics)
        {
            _metadata = call.Metadata?.With(metrics, skippedEvents: 0);
            _hasNews = true;
        }

        return true;
    }
}

/// <summary>Looks at the bytes of a stream as they pass. Used by one thread at a time.</summary>
internal interface IByteWatcher : IDisposable
{
    /// <summary>Whether the end mark of the answer has passed.</summary>
    bool HasEnded { get; }

    /// <summary>Begins with the answer of an attempt.</summary>
    void Begin(IStreamingCall call);

    /// <summary>Takes a piece; throws what it says went wrong.</summary>
    /// <returns>The counts of the whole call, when the piece has them.</returns>
    BedrockInvocationMetrics? Take(ReadOnlySpan<byte> piece, IStreamingCall call);
}
