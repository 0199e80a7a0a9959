using System.Runtime.ExceptionServices;
using Bedrock.Toolkit.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>Makes the attempts of a call, until one succeeds, one fails for good, or no more are allowed. Thread-safe.</summary>
/// <remarks>
/// Four kinds of repeat, each with a budget of its own: another identity, another time and another connection are free, and tried once a call;
/// only what loads the service takes attempts, delays and retry tokens.
/// </remarks>
internal sealed partial class AttemptSender(HttpTransport transport, ILogger logger) : ICallSender
{
    private readonly BedrockClientOptions _options = transport.Options;

    // One state for every call that is under way, used again and again: it is too large to be thrown away each time.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read)
    {
        var attempt = new AttemptFacts(Guid.NewGuid().ToString(), 1, 1, HasRenewed: false, HasCorrected: false, IsFresh: false);
        int toReturn = RetryPolicy.SuccessReturn;
        CancellationToken caller = clock.Caller;
        while (true)
        {
            transport.ThrowIfDisposed();
            clock.Renew();
            Route? route = null;
            OpenAnswer? answer = null;
            BedrockException failure;
            try
            {
                route = await transport.GetRouteAsync(clock.Token).ConfigureAwait(false);
                if (attempt.Number == 1)
                {
                    call.Telemetry?.Route(route.Address, route.Region);
                    RefuseForeignRegion(call, route);
                }

                answer = await OpenAsync(call, route, attempt, clock).ConfigureAwait(false);
                await read(answer, caller).ConfigureAwait(false);
                transport.Retry.Bucket.Return(toReturn);
                return answer;
            }
            catch (Exception e)
            {
                Exception meaning = MeaningOf(e, clock, route, answer);
                answer?.Discard();
                // Settings have no facts of a call, and several calls can share what is wrong with them.
                if (meaning is not BedrockException known || meaning is BedrockConfigurationException)
                {
                    if (meaning == e)
                    {
                        throw;
                    }

                    throw meaning;
                }

                known.AddContext(call.Operation, call.ModelId, null, attempt.Number, null);
                transport.ReportThrottling(call, known);
                failure = known;
            }

            // Whoever read a body has left the clock without a caller.
            clock.Follow(caller);
            if (await TryFreelyAsync(call, attempt, failure, clock).ConfigureAwait(false) is { } other)
            {
                attempt = other;
                continue;
            }

            RetryDecision decision = Decide(call, attempt, failure, clock);
            call.Telemetry?.AttemptFailed(failure, attempt.Number, decision.Delay);
            toReturn = decision.Cost > 0 ? decision.Cost : toReturn;
            await WaitAsync(call, attempt, decision.Delay, clock).ConfigureAwait(false);
            attempt = attempt with { Number = attempt.Number + 1, Load = attempt.Load + 1 };
        }
    }

    /// <summary>The attempt that follows at once and costs nothing, because nothing is wrong with the service; null when there is none.</summary>
    private async ValueTask<AttemptFacts?> TryFreelyAsync(ApiCall call, AttemptFacts attempt, BedrockException failure, CallClock clock)
    {
        if ((call.MaxAttempts ?? _options.MaxAttempts) == 1 && !call.HasFreeRepeats)
        {
            return null;
        }

        switch (failure.RetryHint)
        {
            case RetryHint.StaleConnection when !attempt.IsFresh:
                // The server has seen nothing: not an attempt.
                Log.StaleConnection(logger, call.Operation, transport.Shown(call), (failure as BedrockConnectionException)?.Host ?? string.Empty);
                return attempt with { IsFresh = true };

            case RetryHint.ClockSkew when !attempt.HasCorrected:
                return Again(call, attempt with { HasCorrected = true }, failure);

            case RetryHint.RejectedCredentials when !attempt.HasRenewed && await HasOtherIdentityAsync(call, attempt, clock).ConfigureAwait(false):
                return Again(call, attempt with { HasRenewed = true }, failure);

            default:
                return null;
        }
    }

    private AttemptFacts Again(ApiCall call, AttemptFacts attempt, BedrockException failure)
    {
        Log.Retrying(logger, call.Operation, transport.Shown(call), attempt.Number, failure.GetType().Name, TimeSpan.Zero);
        call.Telemetry?.AttemptFailed(failure, attempt.Number, TimeSpan.Zero);
        return attempt with { Number = attempt.Number + 1 };
    }

    private async ValueTask<bool> HasOtherIdentityAsync(ApiCall call, AttemptFacts attempt, CallClock clock)
    {
        Caller refused = call.Caller;
        clock.Arm(BedrockTimeoutKind.FirstByte, call.FirstByteTimeout);
        try
        {
            return !(await transport.Identity.GetAsync(clock.Token).ConfigureAwait(false)).IsSameAs(refused);
        }
        catch (OperationCanceledException e)
        {
            throw HttpTransport.InContext(clock.Explain(e), call, attempt.Number);
        }
        catch (BedrockException e)
        {
            e.AddContext(call.Operation, call.ModelId, null, attempt.Number, null);
            throw;
        }
    }

    private async ValueTask WaitAsync(ApiCall call, AttemptFacts attempt, TimeSpan delay, CallClock clock)
    {
        clock.Renew();
        clock.ArmOverall();
        try
        {
            await Task.Delay(delay, _options.TimeProvider, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw HttpTransport.InContext(clock.Explain(e), call, attempt.Number);
        }
    }

    /// <summary>Says how to go on after a failed attempt, or throws the failure.</summary>
    private RetryDecision Decide(ApiCall call, in AttemptFacts attempt, BedrockException failure, CallClock clock)
    {
        RetryDecision decision = transport.Retry.Decide(failure, attempt.Load, clock.Left, call.MaxAttempts);
        if (decision.IsAgain)
        {
            Log.Retrying(logger, call.Operation, transport.Shown(call), attempt.Number, failure.GetType().Name, decision.Delay);
            return decision;
        }

        if (decision.IsOutOfTokens)
        {
            Log.OutOfRetryTokens(logger, call.Operation, transport.Shown(call), attempt.Number);
        }

        call.Telemetry?.AttemptFailed(failure, attempt.Number, delay: null);
        Log.CallFailed(logger, call.Operation, transport.Shown(call), attempt.Number, failure.GetType().Name, failure.RequestId);
        ExceptionDispatchInfo.Throw(failure);
        return default;
    }

    /// <summary>What an exception of an attempt means: a failure of ours, the end of the call by somebody's will, or itself.</summary>
    private Exception MeaningOf(Exception exception, CallClock clock, Route? route, OpenAnswer? answer)
    {
        switch (exception)
        {
            case BedrockException known:
                if (answer is not null)
                {
                    known.AddContext(answer.Facts.Operation, answer.Facts.ModelId, answer.Facts.RequestId, answer.Facts.Attempts, null);
                }

                return known;

            case OperationCanceledException when transport.IsDisposed && !clock.Caller.IsCancellationRequested:
                // The end of the connections ends what is sent over them.
                return new ObjectDisposedException(typeof(BedrockClient).FullName, "The client was disposed during the call.");

            case OperationCanceledException cancelled:
                Exception reason = clock.Explain(cancelled);
                return reason != cancelled || route is null
                    ? reason
                    : new BedrockConnectionException($"No answer from {route.Host}: the HTTP handler gave the request up, although nobody had cancelled it.",
                        cancelled)
                    {
                        Host = route.Host,
                        IsTransient = true,
                    };

            case ObjectDisposedException when transport.IsDisposed:
                return new ObjectDisposedException(typeof(BedrockClient).FullName, "The client was disposed during the call.");

            case ObjectDisposedException when clock.Token.IsCancellationRequested:
                return clock.Explain(new OperationCanceledException(exception.Message, exception));

            default:
                return route is not null && (NetworkFault.Is(exception) || (answer is not null && ProgramFault.IsForeign(exception)))
                    ? HttpHandlers.ToException(exception, route.Host, route.Region, _options.Proxy)
                    : exception;
        }
    }

    private static void RefuseForeignRegion(ApiCall call, Route route)
    {
        if (call.ModelId is { } id
            && id.StartsWith("arn:", StringComparison.Ordinal)
            && ModelId.TryParse(id, null, out ModelId arn)
            && arn.Region is { } region
            && region != route.Region)
        {
            throw new ArgumentException(
                $"The model's ARN belongs to {region}, but the client calls {route.Region}: use a client for {region}, or an ARN of {route.Region}.", "model");
        }
    }
}

/// <summary>What tells one attempt of a call from another.</summary>
/// <param name="InvocationId">The same for all attempts of the call.</param>
/// <param name="Number">How many requests the call has made with this one.</param>
/// <param name="Load">How many of them were asked of a service that was well, so far as anybody knew: what <c>MaxAttempts</c> counts.</param>
/// <param name="HasRenewed">Whether another identity was tried.</param>
/// <param name="HasCorrected">Whether another time was tried.</param>
/// <param name="IsFresh">Whether a dead connection was met: this request and those after it go over new ones.</param>
internal readonly record struct AttemptFacts(string InvocationId, int Number, int Load, bool HasRenewed, bool HasCorrected, bool IsFresh);
