using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the frames of an open answer and throws what they say went wrong; only frames of type <c>event</c> come out.</summary>
internal sealed class FrameStream(IStreamingCall call) : IAsyncDisposable
{
    private const int MaxErrorBytes = 64 * 1024;

    private EventStreamReader? _reader;
    private bool _holdsFirst;
    private bool _hasBegun;
    private bool _isEvent;

    public IStreamingCall Call => call;

    /// <summary>The frame read last; valid until the next read.</summary>
    public EventStreamFrame Frame => _reader!.Frame;

    /// <summary>Sends the request and waits for the first event frame: nothing was delivered yet, so an error in its place may start another attempt.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => call.OpenAsync(BeginAsync, cancellationToken);

    /// <summary>Moves to the next event frame; false at the end of the body between two frames.</summary>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => TryRead() ? ValueTask.FromResult(true) : ReadFrameAsync(cancellationToken);

    /// <summary>Moves to the next event frame when it is there already; false when it has to be waited for.</summary>
    public bool TryRead()
    {
        if (_holdsFirst)
        {
            _holdsFirst = false;
            return true;
        }

        return Checked(_reader!.TryRead());
    }

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }

        await call.DisposeAsync().ConfigureAwait(false);
    }

    private async Task BeginAsync(Stream body, CancellationToken cancellationToken)
    {
        if (_reader is { } ofEarlierAttempt)
        {
            await ofEarlierAttempt.DisposeAsync().ConfigureAwait(false);
        }

        _reader = new EventStreamReader(body);
        if (!await ReadFrameAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new BedrockIncompleteStreamException("The stream ended before its first event.") { IsTransient = true };
        }

        _holdsFirst = true;
        _hasBegun = true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadFrameAsync(CancellationToken cancellationToken)
    {
        bool read;
        try
        {
            read = await _reader!.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ProgramFault.IsForeign(e))
        {
            // EndOfStreamException is an IOException too: the body ended inside a frame.
            throw new BedrockIncompleteStreamException("The connection ended or broke inside the stream.", e) { IsTransient = true };
        }

        return Checked(read);
    }

    private bool Checked(bool read)
    {
        // What the headers say of one frame, the same ones say of the next.
        if (read && !(_isEvent && _reader!.HasSameHeaders))
        {
            _isEvent = false;
            ThrowIfError(_reader!.Frame);
            _isEvent = true;
        }

        return read;
    }

    private void ThrowIfError(EventStreamFrame frame)
    {
        if (!frame.TryGetString(":message-type"u8, out ReadOnlySpan<byte> type))
        {
            throw new BedrockProtocolException("A frame of the stream has no :message-type header.");
        }

        if (type.SequenceEqual("event"u8))
        {
            if (!frame.TryGetString(":event-type"u8, out _))
            {
                throw new BedrockProtocolException("An event frame of the stream has no :event-type header.");
            }

            return;
        }

        if (type.SequenceEqual("exception"u8))
        {
            BedrockServiceException exception = ToException(frame);

            // Before the first event it is a failed attempt, which tells it itself.
            if (_hasBegun && exception is BedrockThrottlingException throttling)
            {
                call.Report(throttling);
            }

            throw exception;
        }

        if (type.SequenceEqual("error"u8))
        {
            string? code = frame.TryGetString(":error-code"u8, out ReadOnlySpan<byte> c) ? Encoding.UTF8.GetString(c) : null;
            string? message = frame.TryGetString(":error-message"u8, out ReadOnlySpan<byte> m) ? Encoding.UTF8.GetString(m) : null;
            throw ServiceErrorMapper.ToException(
                new ServiceError { Code = code, Message = message, StatusCode = code is null ? 0 : ServiceErrorMapper.StatusOf(code) },
                call.Facts);
        }

        throw new BedrockProtocolException("A frame of the stream has a :message-type that is not event, exception or error.");
    }

    private BedrockServiceException ToException(EventStreamFrame frame)
    {
        string? name = frame.TryGetString(":exception-type"u8, out ReadOnlySpan<byte> type) ? Encoding.UTF8.GetString(type) : null;

        // On the wire stands the member's name, throttlingException; over HTTP the same error is called ThrottlingException.
        string? code = string.IsNullOrEmpty(name) ? null : char.ToUpperInvariant(name[0]) + name[1..];
        ReadOnlyMemory<byte> payload = frame.Payload.Length > MaxErrorBytes ? ReadOnlyMemory<byte>.Empty : frame.Payload;
        int status = code is null ? 0 : ServiceErrorMapper.StatusOf(code);
        return ServiceErrorMapper.ToException(ServiceError.Parse(status, code, payload, retryAfter: null), call.Facts);
    }
}
