using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Throttling;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>The token governor around the attempts of a call: one reservation before the first, settled when the answer is closed. Thread-safe.</summary>
internal sealed class GovernedSender(HttpTransport transport, TokenGovernor governor, ICallSender inner, ILogger logger) : ICallSender
{
    public ValueTask<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read) =>
        call.IsInference ? SendGovernedAsync(call, clock, read) : inner.SendAsync(call, clock, read);

    private async ValueTask<OpenAnswer> SendGovernedAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read)
    {
        transport.ThrowIfDisposed();
        GovernedModel model;
        try
        {
            Route route = await transport.GetRouteAsync(clock.Token).ConfigureAwait(false);
            model = governor.Find(call.ModelId!, route.Region);
            if (model.Pool is not null)
            {
                call.Reservation = await ReserveAsync(model, call, clock).ConfigureAwait(false);
            }
            else if (governor.ShouldTellOfNoQuota(call.ModelId!))
            {
                Log.NoQuota(logger, transport.Shown(call), route.Region);
            }
        }
        catch (OperationCanceledException e)
        {
            throw HttpTransport.InContext(clock.Explain(e), call, attempts: 0);
        }

        if (call.Reservation is not { } reservation)
        {
            return await inner.SendAsync(call, clock, read).ConfigureAwait(false);
        }

        try
        {
            OpenAnswer answer = await inner.SendAsync(call, clock, read).ConfigureAwait(false);
            answer.Reservation = reservation;
            return answer;
        }
        catch (Exception e)
        {
            // An error answer means that nothing was used, and so does a fault of our own; all else leaves open what the model did.
            if (e is BedrockServiceException or not (BedrockException or OperationCanceledException or ObjectDisposedException))
            {
                reservation.Refused();
            }

            reservation.Dispose();
            throw;
        }
    }

    private async ValueTask<TokenReservation> ReserveAsync(GovernedModel model, ApiCall call, CallClock clock)
    {
        TokenDemand demand = Demand(model, call);
        TimeSpan? left = clock.Left is { } rest ? (rest > TimeSpan.Zero ? rest : TimeSpan.FromTicks(1)) : null;
        TimeSpan? mostWait = governor.MaxQueueTime is { } queue && left is { } overall ? (queue < overall ? queue : overall) : governor.MaxQueueTime ?? left;

        // The pool measures the wait itself, so that its end can be told from the end of a call that was sent.
        clock.Disarm();
        long began = call.Time.GetTimestamp();
        ValueTask<TokenReservation> reserving = model.Pool!.ReserveAsync(demand, mostWait, clock.Token);
        if (reserving.IsCompletedSuccessfully)
        {
            return reserving.Result;
        }

        try
        {
            TokenReservation reservation = await reserving.ConfigureAwait(false);
            TimeSpan wait = call.Time.GetElapsedTime(began);
            Log.WaitedForQuota(logger, call.Operation, transport.Shown(call), wait);
            call.Telemetry?.WaitedForQuota(wait);
            return reservation;
        }
        catch (TimeoutException e)
        {
            throw WaitedTooLong(call, mostWait!.Value, isOverall: mostWait == left, e);
        }
    }

    private TokenDemand Demand(GovernedModel model, ApiCall call)
    {
        ReadOnlySpan<byte> body = call.Body.Bytes.Span;
        bool isConverse = call.Operation.StartsWith("Converse", StringComparison.Ordinal);
        OutputLimit limit = call.OutputLimit.IsKnown ? call.OutputLimit : MaxTokensProbe.Find(body);

        // A body without a type may be one of a model that writes no tokens at all.
        if (limit.IsUnset && (call.OutputLimit.IsKnown || isConverse) && governor.ShouldWarn(call.ModelId!))
        {
            Log.MaxTokensUnset(logger, call.Operation, transport.Shown(call));
        }

        return new TokenDemand(InputSize.Of(body), limit.Tokens ?? model.AssumedMaxTokens, model.OutputWeight);
    }

    private static BedrockException WaitedTooLong(ApiCall call, TimeSpan limit, bool isOverall, TimeoutException cause)
    {
        TimeSpan shown = isOverall ? call.OverallTimeout!.Value : limit;
        BedrockException exception = isOverall
            ? new BedrockTimeoutException(
                $"The call took longer than OverallTimeout ({shown}) while it waited for its turn in the token quota; it was not sent.", cause)
            {
                Kind = BedrockTimeoutKind.Overall,
                Limit = shown,
            }
            : new BedrockThrottlingException($"The token quota had no room within TokenGovernorOptions.MaxQueueTime ({shown}); the call was not sent.",
                cause) { IsTransient = true };
        exception.AddContext(call.Operation, call.ModelId, null, 0, null);
        return exception;
    }
}
