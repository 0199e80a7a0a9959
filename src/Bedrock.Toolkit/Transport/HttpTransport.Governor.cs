using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Transport;

/// <content>The token governor around the attempts of a call: one reservation before the first, settled when the answer is closed.</content>
internal sealed partial class HttpTransport
{
    /// <summary>Makes attempts until one succeeds, one fails for good, or no more are allowed; in its turn when there is a token governor.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads what has to be there before the attempt counts as a success: the whole answer, or the first event of a stream.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Task<OpenAnswer> SendAsync(ApiCall call, Func<OpenAnswer, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        _options.TokenGovernor is { } governor && IsGoverned(call)
            ? SendGovernedAsync(governor, call, read, cancellationToken)
            : SendAttemptsAsync(call, read, cancellationToken);

    // Only inference counts against the token quotas.
    private static bool IsGoverned(ApiCall call) =>
        call.ModelId is not null && call.Operation is "InvokeModel" or "InvokeModelWithResponseStream" or "Converse" or "ConverseStream";

    private async Task<OpenAnswer> SendGovernedAsync(
        TokenGovernor governor, ApiCall call, Func<OpenAnswer, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(BedrockClient));
        Route route = await GetRouteAsync(cancellationToken).ConfigureAwait(false);
        GovernedModel model = governor.Find(call.ModelId!, route.Region);
        if (model.Pool is null)
        {
            return await SendAttemptsAsync(call, read, cancellationToken).ConfigureAwait(false);
        }

        call.Started = _options.TimeProvider.GetTimestamp();
        call.Reservation = await ReserveAsync(governor, model, call, cancellationToken).ConfigureAwait(false);
        try
        {
            OpenAnswer answer = await SendAttemptsAsync(call, read, cancellationToken).ConfigureAwait(false);
            answer.Reservation = call.Reservation;
            return answer;
        }
        catch (Exception e)
        {
            // An error answer means that nothing was used, and so does a fault of our own; all else leaves open what the model did.
            if (e is BedrockServiceException or not (BedrockException or OperationCanceledException))
            {
                call.Reservation.Refused();
            }

            call.Reservation.Dispose();
            throw;
        }
    }

    private async ValueTask<TokenReservation> ReserveAsync(TokenGovernor governor, GovernedModel model, ApiCall call, CancellationToken cancellationToken)
    {
        TokenDemand demand = Demand(governor, model, call);
        TimeSpan? mostWait = governor.MaxQueueTime is { } queue && call.OverallTimeout is { } overall
            ? (queue < overall ? queue : overall)
            : governor.MaxQueueTime ?? call.OverallTimeout;
        ValueTask<TokenReservation> reserving = model.Pool!.ReserveAsync(demand, mostWait, cancellationToken);
        if (reserving.IsCompletedSuccessfully)
        {
            return reserving.Result;
        }

        try
        {
            TokenReservation reservation = await reserving.ConfigureAwait(false);
            TimeSpan wait = _options.TimeProvider.GetElapsedTime(call.Started!.Value);
            Log.WaitedForQuota(_logger, call.Operation, Shown(call), wait);
            call.Telemetry?.WaitedForQuota(wait);
            return reservation;
        }
        catch (TimeoutException e)
        {
            throw WaitedTooLong(call, mostWait!.Value, isOverall: mostWait == call.OverallTimeout, e);
        }
    }

    private TokenDemand Demand(TokenGovernor governor, GovernedModel model, ApiCall call)
    {
        ReadOnlySpan<byte> body = call.Body.Bytes.Span;
        bool isConverse = call.Operation.StartsWith("Converse", StringComparison.Ordinal);
        OutputLimit limit = call.OutputLimit.IsKnown ? call.OutputLimit : MaxTokensProbe.Find(body);

        // A body without a type may be one of a model that writes no tokens at all.
        if (limit.IsUnset && (call.OutputLimit.IsKnown || isConverse) && governor.ShouldWarn(call.ModelId!))
        {
            Log.MaxTokensUnset(_logger, call.Operation, Shown(call));
        }

        return new TokenDemand(InputSize.Of(body), limit.Tokens ?? model.AssumedMaxTokens, model.OutputWeight);
    }

    private static BedrockException WaitedTooLong(ApiCall call, TimeSpan limit, bool isOverall, TimeoutException cause)
    {
        BedrockException exception = isOverall
            ? new BedrockTimeoutException($"The call took longer than OverallTimeout ({limit}) while it waited for its turn in the token quota; it was not sent.", cause)
            {
                Kind = BedrockTimeoutKind.Overall,
                Limit = limit,
            }
            : new BedrockThrottlingException($"The token quota had no room within TokenGovernorOptions.MaxQueueTime ({limit}); the call was not sent.", cause) { IsTransient = true };
        exception.AddContext(call.Operation, call.ModelId, null, 0, null);
        return exception;
    }

    /// <summary>Tells the governor of a throttling answer; does nothing for other failures, and without a governor.</summary>
    public void ReportThrottling(ApiCall call, BedrockException failure)
    {
        if (call.Reservation is { } reservation && failure is BedrockThrottlingException throttling)
        {
            double share = reservation.Throttled(throttling.RetryAfter);
            Log.QuotaLowered(_logger, Shown(call), reservation.Region, share);
        }
    }
}
