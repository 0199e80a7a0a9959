using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Transport;

/// <summary>A call whose answer is an event stream. Used by one thread at a time; owns the request's bytes.</summary>
internal sealed class StreamingCall(HttpTransport transport, ApiCall call) : IStreamingCall
{
    private const string EventStreamType = "application/vnd.amazon.eventstream";

    private OpenAnswer? _answer;

    public CallFacts Facts => _answer?.Facts ?? call.Facts(null, 0);

    public BedrockResponseMetadata? Metadata => _answer?.Metadata;

    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            _answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Body.Dispose();
        }

        string? type = _answer.ContentType?.MediaType;
        if (!EventStreamType.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            throw _answer.Unreadable($"{call.Operation} was answered with HTTP {_answer.Metadata.StatusCode} and the content type '{type ?? "(none)"}' where an event stream is due.");
        }

        return await _answer.OpenBodyAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Report(BedrockResponseMetadata? metadata) => call.Reservation?.Report(metadata);

    public void Report(BedrockThrottlingException throttling) => transport.ReportThrottling(call, throttling);

    public ValueTask DisposeAsync()
    {
        _answer?.Dispose();
        call.Body.Dispose();
        return ValueTask.CompletedTask;
    }
}
