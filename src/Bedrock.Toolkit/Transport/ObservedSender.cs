using Bedrock.Toolkit.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>The telemetry around a call: a span and measurements, begun before it waits for its turn, and ended when its answer is closed. A call
/// that nobody listens to passes through. Thread-safe.</summary>
internal sealed class ObservedSender(HttpTransport transport, ICallSender inner, ILogger logger) : ICallSender
{
    public ValueTask<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read) =>
        Instruments.AreWanted ? SendObservedAsync(call, clock, read) : inner.SendAsync(call, clock, read);

    // Async also because the span that was current before is current again when it returns.
    private async ValueTask<OpenAnswer> SendObservedAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read)
    {
        var telemetry = CallTelemetry.Start(SubjectOf(call), call.Body.Bytes.Span, call.IsStreaming, call.Time, logger);
        call.Telemetry = telemetry;
        try
        {
            OpenAnswer answer = await inner.SendAsync(call, clock, read).ConfigureAwait(false);
            answer.Telemetry = telemetry;
            return answer;
        }
        catch (Exception e)
        {
            telemetry.End(e);
            throw;
        }
    }

    private CallSubject SubjectOf(ApiCall call) => new(
        CallSubject.NameOf(call.Operation, call.Output, call.ModelId, call.Body.Bytes.Span),
        call.Operation,
        transport.Shown(call),
        call.OutputLimit is { IsUnset: false, Tokens: > 0 } limit ? limit.Tokens : null,
        call.Path,
        call.Headers,
        transport.Shown)
    {
        Address = transport.Address,
        Output = call.Output,
        Prices = call.IsInference ? transport.Options.Prices : null,
        CalledModel = call.ModelId,
        IsMeasuredOutside = call.IsMeasuredOutside,
    };
}
