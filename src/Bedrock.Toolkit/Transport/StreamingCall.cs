using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Transport;

/// <summary>A call whose answer is an event stream. Used by one thread at a time, but for <see cref="Abort"/>; owns the request's bytes.</summary>
internal sealed class StreamingCall(HttpTransport transport, ApiCall call) : IStreamingCall
{
    public const string EventStreamType = "application/vnd.amazon.eventstream";

    public const string EventTextType = "text/event-stream";

    private volatile OpenAnswer? _answer;
    private Func<Stream, CancellationToken, Task>? _begin;
    private volatile CallClock? _clock;
    private volatile bool _isAborted;

    public CallFacts Facts => _answer?.Facts ?? call.Facts(null, 0);

    public BedrockResponseMetadata? Metadata => _answer?.Metadata;

    public string? MediaType => _answer?.MediaType;

    public async Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        _begin = begin;
        try
        {
            CallClock clock = transport.StartClock(call, cancellationToken);
            _clock = clock;
            if (_isAborted)
            {
                clock.Abort();
            }

            _answer = await transport.Sender.SendAsync(call, clock, BeginAsync).ConfigureAwait(false);
        }
        finally
        {
            call.Body.Dispose();
        }
    }

    public bool IsObserved => call.Telemetry is not null;

    public void Observe(ReadOnlySpan<byte> json) => call.Telemetry?.Event(json);

    public void Finish(Exception? failure) => _answer?.Finish(failure);

    public void Report(BedrockResponseMetadata? metadata) => _answer?.Report(metadata);

    public void Report(BedrockThrottlingException throttling) => transport.ReportThrottling(call, throttling);

    public void EndWithin(TimeSpan limit) => _answer?.EndWithin(limit);

    public void Abort()
    {
        _isAborted = true;
        call.Body.Revoke();
        _clock?.Abort();
        _answer?.Break();
    }

    public ValueTask DisposeAsync()
    {
        _answer?.Dispose();
        _clock?.Dispose();
        call.Body.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask BeginAsync(OpenAnswer answer, CancellationToken cancellationToken)
    {
        // An error in the first frame wants to know its call.
        _answer = answer;
        call.Telemetry?.Answered(answer.Metadata);
        string? type = answer.MediaType;
        if (call.StreamType is { } due && !due.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            if (due == EventTextType && type == "application/json")
            {
                await UnaryAnswer.ReadBodyAsync(answer, cancellationToken).ConfigureAwait(false);
                UnaryAnswer.ThrowIfUnknownOperation(answer);
            }

            throw answer.Unreadable(
                $"{call.Operation} was answered with HTTP {answer.Metadata.StatusCode} and the content type '{type ?? "(none)"}' "
                + "where an event stream is due.");
        }

        await _begin!(await answer.OpenBodyAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
