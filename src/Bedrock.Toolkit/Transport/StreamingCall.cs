using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Transport;

/// <summary>A call whose answer is an event stream. Used by one thread at a time; owns the request's bytes.</summary>
internal sealed class StreamingCall(HttpTransport transport, ApiCall call, ModelModalities output = ModelModalities.None) : IStreamingCall
{
    public const string EventStreamType = "application/vnd.amazon.eventstream";

    private OpenAnswer? _answer;
    private Func<Stream, CancellationToken, Task>? _begin;

    public CallFacts Facts => _answer?.Facts ?? call.Facts(null, 0);

    public BedrockResponseMetadata? Metadata => _answer?.Metadata;

    public async Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        _begin = begin;
        if (Instruments.AreWanted)
        {
            call.Telemetry = transport.StartTelemetry(call, output, isStreaming: true);
        }

        try
        {
            _answer = await transport.SendAsync(call, BeginAsync, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Body.Dispose();
        }
    }

    public bool IsObserved => call.Telemetry is not null;

    public void Observe(ReadOnlySpan<byte> json) => call.Telemetry?.Event(json);

    public void Finish(Exception? failure) => call.Telemetry?.End(failure);

    public void Report(BedrockResponseMetadata? metadata)
    {
        call.Reservation?.Report(metadata);
        call.Telemetry?.Answered(metadata);
    }

    public void Report(BedrockThrottlingException throttling) => transport.ReportThrottling(call, throttling);

    public ValueTask DisposeAsync()
    {
        _answer?.Dispose();
        call.Telemetry?.End(failure: null, isWhole: false);
        call.Body.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task BeginAsync(OpenAnswer answer, CancellationToken cancellationToken)
    {
        // An error in the first frame wants to know its call.
        _answer = answer;
        call.Telemetry?.Answered(answer.Metadata);
        string? type = answer.ContentType?.MediaType;
        if (!EventStreamType.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            throw answer.Unreadable($"{call.Operation} was answered with HTTP {answer.Metadata.StatusCode} and the content type '{type ?? "(none)"}' where an event stream is due.");
        }

        await _begin!(await answer.OpenBodyAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
