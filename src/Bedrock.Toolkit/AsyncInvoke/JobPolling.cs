namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Asks for a job again and again until it has ended: the one loop for all kinds of jobs. Thread-safe.</summary>
internal static class JobPolling
{
    /// <param name="ask">Asks once.</param>
    /// <param name="hasEnded">Whether an answer is the last one; throws when the job failed.</param>
    /// <param name="options">How often, and how long at most; checked here.</param>
    /// <param name="progress">Told of each answer.</param>
    /// <param name="operation">The operation that asks, for errors.</param>
    /// <param name="cancellationToken">Ends the waiting; the job goes on.</param>
    /// <exception cref="BedrockTimeoutException">The overall limit ran out; the job goes on.</exception>
    public static async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> hasEnded, AsyncInvokeWaitOptions? options,
        IProgress<T>? progress, string operation, CancellationToken cancellationToken)
    {
        options ??= new AsyncInvokeWaitOptions();
        options.Check();
        using CancellationTokenSource limit = options.OverallTimeout is { } overall
            ? new CancellationTokenSource(overall, options.TimeProvider)
            : new CancellationTokenSource();
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await PollAsync(ask, hasEnded, options, progress, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BedrockTimeoutException($"The job did not end within {options.OverallTimeout}; it goes on.")
            {
                Kind = BedrockTimeoutKind.Overall,
                Limit = options.OverallTimeout!.Value,
                Operation = operation,
            };
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && e.CancellationToken != cancellationToken)
        {
            // The caller knows his own token, not the linked one.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    private static async Task<T> PollAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> hasEnded, AsyncInvokeWaitOptions options,
        IProgress<T>? progress, CancellationToken cancellationToken)
    {
        TimeSpan delay = options.FirstDelay;
        int failed = 0;
        while (true)
        {
            try
            {
                T job = await ask(cancellationToken).ConfigureAwait(false);
                failed = 0;
                progress?.Report(job);
                if (hasEnded(job))
                {
                    return job;
                }
            }
            catch (BedrockException e) when (e.IsTransient && failed < options.MaxFailedQuestions)
            {
                // The job goes on whether or not a question about it is answered: the next one is asked after the delay, as if it ran.
                failed++;
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            delay = options.Next(delay);
        }
    }
}
