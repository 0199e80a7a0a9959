using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Doors;

/// <summary>Looks at the server-sent events of a door as they pass: tokens, errors, the end mark. Used by one thread at a time.</summary>
internal sealed class ServerSentEvents : IByteWatcher
{
    private const int MaxLine = 4 * 1024 * 1024;

    private readonly PooledBuffer _line = new();
    private DoorUsage _usage = new();
    private bool _hasBegun;
    private bool _isTooLong;

    public bool HasEnded { get; private set; }

    public void Begin(IStreamingCall call)
    {
        _line.Clear();
        _usage = new DoorUsage();
        HasEnded = false;
        _hasBegun = false;
        _isTooLong = false;
    }

    public BedrockInvocationMetrics? Take(ReadOnlySpan<byte> piece, IStreamingCall call)
    {
        bool isCounted = false;
        while (!piece.IsEmpty)
        {
            int end = piece.IndexOf((byte)'\n');
            Keep(end < 0 ? piece : piece[..end]);
            if (end < 0)
            {
                break;
            }

            isCounted |= TakeLine(_line.WrittenSpan, call);
            _line.Clear();
            _isTooLong = false;
            piece = piece[(end + 1)..];
        }

        return isCounted ? _usage.ToMetrics() : null;
    }

    public void Dispose() => _line.Dispose();

    private void Keep(ReadOnlySpan<byte> part)
    {
        // An image in an event may be large, and says nothing of tokens.
        _isTooLong |= _line.Length + part.Length > MaxLine;
        if (!_isTooLong)
        {
            part.CopyTo(_line.GetSpan(part.Length));
            _line.Advance(part.Length);
        }
    }

    private bool TakeLine(ReadOnlySpan<byte> line, IStreamingCall call)
    {
        if (_isTooLong || !line.StartsWith("data:"u8))
        {
            return false;
        }

        ReadOnlySpan<byte> data = line["data:"u8.Length..].Trim(" \r"u8);
        if (data.SequenceEqual("[DONE]"u8))
        {
            HasEnded = true;
            return false;
        }

        if (call.IsObserved)
        {
            call.Observe(data);
        }

        DoorEvent read = DoorEvent.Read(data, _usage);
        HasEnded |= read.IsEnd;
        if (read.IsError)
        {
            HasEnded = true;
            BedrockServiceException failure = ServiceErrorMapper.ToException(ServiceError.Parse(0, null, data.ToArray(), retryAfter: null), call.Facts);
            if (_hasBegun && failure is BedrockThrottlingException throttling)
            {
                call.Report(throttling);
            }

            throw failure;
        }

        _hasBegun = true;
        return read.IsCounted;
    }
}
