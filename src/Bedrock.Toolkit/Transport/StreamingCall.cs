using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Transport;

/// <summary>A call whose answer is an event stream. Used by one thread at a time; owns the request's bytes.</summary>
internal sealed class StreamingCall(HttpTransport transport, ApiCall call) : IStreamingCall
{
    public const string EventStreamType = "application/vnd.amazon.eventstream";

    private OpenAnswer? _answer;
    private Func<Stream, CancellationToken, Task>? _begin;

    public CallFacts Facts => _answer?.Facts ?? call.Facts(null, 0);

    public BedrockResponseMetadata? Metadata => _answer?.Metadata;

    public async Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        _begin = begin;
        try
        {
            _answer = await transport.SendAsync(call, BeginAsync, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Body.Dispose();
        }
    }

    public void Report(BedrockResponseMetadata? metadata) => call.Reservation?.Report(metadata);

    public void Report(BedrockThrottlingException throttling) => transport.ReportThrottling(call, throttling);

    public ValueTask DisposeAsync()
    {
        _answer?.Dispose();
        call.Body.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task BeginAsync(OpenAnswer answer, CancellationToken cancellationToken)
    {
        // An error in the first frame wants to know its call.
        _answer = answer;
        string? type = answer.ContentType?.MediaType;
        if (!EventStreamType.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            throw answer.Unreadable($"{call.Operation} was answered with HTTP {answer.Metadata.StatusCode} and the content type '{type ?? "(none)"}' where an event stream is due.");
        }

        await _begin!(await answer.OpenBodyAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
