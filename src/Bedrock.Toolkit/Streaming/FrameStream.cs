using System.Text;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the frames of an open answer and throws what they say went wrong; only frames of type <c>event</c> come out.</summary>
internal sealed class FrameStream(IStreamingCall call) : IAsyncDisposable
{
    private const int MostErrorBytes = 64 * 1024;

    private EventStreamReader? _reader;

    public IStreamingCall Call => call;

    /// <summary>The frame read last; valid until the next read.</summary>
    public EventStreamFrame Frame => _reader!.Frame;

    public async Task OpenAsync(CancellationToken cancellationToken) =>
        _reader = new EventStreamReader(await call.OpenAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Moves to the next event frame; false at the end of the body between two frames.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        bool read;
        try
        {
            read = await _reader!.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // EndOfStreamException is an IOException too: the body ended inside a frame.
            throw new BedrockIncompleteStreamException("The connection ended or broke inside the stream.", e) { IsTransient = true };
        }

        if (read)
        {
            ThrowIfError(_reader.Frame);
        }

        return read;
    }

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }

        await call.DisposeAsync().ConfigureAwait(false);
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
            if (exception is BedrockThrottlingException throttling)
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
        ReadOnlyMemory<byte> payload = frame.Payload.Length > MostErrorBytes ? ReadOnlyMemory<byte>.Empty : frame.Payload;
        int status = code is null ? 0 : ServiceErrorMapper.StatusOf(code);
        return ServiceErrorMapper.ToException(ServiceError.Parse(status, code, payload, retryAfter: null), call.Facts);
    }
}
