namespace Bedrock.Toolkit.Transport;

/// <summary>Brings a call to the service and gives its open answer; each layer of it is one of these around the next. Thread-safe.</summary>
internal interface ICallSender
{
    /// <summary>Sends a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="clock">Its limits and tokens; whoever started it ends it.</param>
    /// <param name="read">Reads what has to be there before the call counts as a success: the whole answer, or the first event of a stream.</param>
    /// <returns>The answer, which the caller disposes.</returns>
    ValueTask<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read);
}
