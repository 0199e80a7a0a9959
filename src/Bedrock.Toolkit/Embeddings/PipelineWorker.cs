using System.Security.Cryptography;

namespace Bedrock.Toolkit;

/// <summary>Embeds batches: repeats what may succeed later, halves what one item spoils, and ends the run when no item can succeed. Thread-safe.</summary>
internal sealed class PipelineWorker<T>(
    EmbeddingCaller caller, EmbeddingPipelineOptions<T> options, AdaptiveLimiter limiter, RunCounters counters)
{
    private const double Growth = 1.5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);

    /// <summary>Gives every item a vector or an error.</summary>
    /// <exception cref="BedrockException">No item can succeed: the run cannot go on.</exception>
    public async Task EmbedAsync(ReadOnlyMemory<PipelineItem<T>> items, CancellationToken cancellationToken)
    {
        Exception failure;
        try
        {
            IReadOnlyList<ReadOnlyMemory<float>> vectors = await CallAsync(items, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < vectors.Count; i++)
            {
                items.Span[i].Vector = vectors[i];
            }

            counters.EndFailures();
            return;
        }
        catch (Exception e) when (IsOfItems(e))
        {
            failure = e;
        }

        if (items.Length > 1 && IsWorthHalving(failure))
        {
            int half = items.Length / 2;
            await EmbedAsync(items[..half], cancellationToken).ConfigureAwait(false);
            await EmbedAsync(items[half..], cancellationToken).ConfigureAwait(false);
            return;
        }

        Fail(items.Span, failure);
    }

    private void Fail(ReadOnlySpan<PipelineItem<T>> items, Exception failure)
    {
        foreach (PipelineItem<T> item in items)
        {
            item.Error = failure;
        }

        // What is refused here says nothing of the service.
        if (failure is BedrockException && counters.AddFailuresInARow(items.Length) is var failed && failed >= options.MaxConsecutiveFailures)
        {
            throw new BedrockException($"{failed} items failed in a row; the run was ended. The last failure is the inner exception.", failure)
            {
                ModelId = caller.Model.Id.Value,
                IsTransient = failure is BedrockException { IsTransient: true },
            };
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> CallAsync(ReadOnlyMemory<PipelineItem<T>> items, CancellationToken cancellationToken)
    {
        var contents = new EmbeddingContent[items.Length];
        for (int i = 0; i < contents.Length; i++)
        {
            contents[i] = items.Span[i].Content;
        }

        int failures = 0;
        int throttlings = 0;
        long firstThrottling = 0;
        while (true)
        {
            BedrockException failure;
            await limiter.AcquireAsync(cancellationToken).ConfigureAwait(false);
            bool? throttled = null;
            try
            {
                counters.AddCall();
                (IReadOnlyList<ReadOnlyMemory<float>> vectors, TokenUsage? usage) = await caller.CallAsync(contents, cancellationToken).ConfigureAwait(false);
                counters.Usage.Add(usage);
                throttled = false;
                return vectors;
            }
            catch (BedrockThrottlingException e)
            {
                throttled = true;
                counters.AddThrottled();
                firstThrottling = throttlings++ == 0 ? options.TimeProvider.GetTimestamp() : firstThrottling;
                if (options.TimeProvider.GetElapsedTime(firstThrottling) >= options.ThrottlingTimeout)
                {
                    throw;
                }

                failure = e;
            }
            catch (BedrockException e) when (e.IsTransient && ++failures < options.MaxAttempts)
            {
                failure = e;
            }
            finally
            {
                limiter.Release(throttled);
            }

            TimeSpan delay = DelayOf(failure, failures + throttlings, RandomNumberGenerator.GetInt32(1_000_001) / 1_000_000.0);
            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // Half of the delay is fixed, half is chance: calls that failed together do not come back together, and none comes back at once.
    private static TimeSpan DelayOf(BedrockException failure, int attempt, double factor)
    {
        TimeSpan bound = FirstDelay * Math.Pow(Growth, Math.Min(attempt - 1, 30));
        TimeSpan own = (bound < MaxDelay ? bound : MaxDelay) * (0.5 + (factor / 2));
        TimeSpan wish = (failure as BedrockServiceException)?.RetryAfter ?? TimeSpan.Zero;
        return wish <= own ? own : wish < MaxDelay ? wish : MaxDelay;
    }

    /// <summary>Whether a failure concerns the items of the call; any other would meet every item alike.</summary>
    private static bool IsOfItems(Exception e) => e switch
    {
        ArgumentException => true,
        BedrockThrottlingException or BedrockAuthenticationException or BedrockAccessDeniedException or BedrockOnDemandNotSupportedException => false,
        BedrockServiceException { StatusCode: 404 } => false,
        BedrockServiceException { ErrorCode.Value: "ServiceQuotaExceededException" } => false,
        BedrockException => true,
        _ => false,
    };

    /// <summary>Whether one item may have spoiled the call for the others.</summary>
    private static bool IsWorthHalving(Exception e) => e switch
    {
        ArgumentException or BedrockProtocolException or BedrockValidationException or BedrockModelException => true,
        BedrockServiceException { StatusCode: 413 or 424 } => true,
        _ => false,
    };
}
