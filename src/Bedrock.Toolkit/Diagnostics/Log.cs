using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>Every log message of the library. None holds a prompt, an answer, a body or a credential.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug,
        "{Operation} of {ModelId} was answered: HTTP {StatusCode}, attempt {Attempt}, {RequestBytes} bytes sent, request id {RequestId}")]
    public static partial void Answered(ILogger logger, string operation, string? modelId, int statusCode, int attempt, int requestBytes, string? requestId);

    [LoggerMessage(2, LogLevel.Information, "{Operation} of {ModelId} failed in attempt {Attempt} ({Failure}); next attempt in {Delay}")]
    public static partial void Retrying(ILogger logger, string operation, string? modelId, int attempt, string failure, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} of {ModelId} failed after {Attempts} attempts: {Failure}, request id {RequestId}")]
    public static partial void CallFailed(ILogger logger, string operation, string? modelId, int attempts, string failure, string? requestId);

    [LoggerMessage(4, LogLevel.Trace, "{Operation} of {ModelId}: attempt {Attempt} goes to {Host} with {RequestBytes} bytes")]
    public static partial void Sending(ILogger logger, string operation, string? modelId, int attempt, string host, int requestBytes);

    [LoggerMessage(5, LogLevel.Warning,
        "The server refused a signature, and its clock differs from ours by {Skew}: the next one is made for the server's time. Set this machine's clock")]
    public static partial void ClockCorrected(ILogger logger, TimeSpan skew);

    [LoggerMessage(6, LogLevel.Information, "The service refused temporary credentials ({ErrorCode}); the provider is asked for new ones")]
    public static partial void CredentialsRejected(ILogger logger, string errorCode);

    [LoggerMessage(7, LogLevel.Warning,
        "{Operation} of {ModelId} is not repeated after attempt {Attempt}: too many calls of this client fail, its retry tokens are used up")]
    public static partial void OutOfRetryTokens(ILogger logger, string operation, string? modelId, int attempt);

    [LoggerMessage(8, LogLevel.Debug, "{Operation} of {ModelId} met a dead connection to {Host} in the pool, and takes another one")]
    public static partial void StaleConnection(ILogger logger, string operation, string? modelId, string host);

    [LoggerMessage(9, LogLevel.Debug, "{Service} is called at {Host} and signed for {Region}")]
    public static partial void RouteResolved(ILogger logger, string service, string host, string region);

    [LoggerMessage(10, LogLevel.Debug, "A trace or metric of a call was lost ({Failure}): a listener failed, or an answer told nothing; the call goes on")]
    public static partial void TelemetryFailed(ILogger logger, string failure);

    [LoggerMessage(11, LogLevel.Warning, "The shared AWS files are passed over, because the settings need nothing of them: {Fault}")]
    public static partial void SharedFilesUnreadable(ILogger logger, string fault);

    [LoggerMessage(12, LogLevel.Warning,
        "One attempt of {Operation} of {ModelId} was sent {Sends} times: a handler of the HttpClient repeats requests, which multiplies the {MaxAttempts} "
            + "attempts of the client; take its retries out. Logged once for each client")]
    public static partial void RepeatedByHandler(ILogger logger, string operation, string? modelId, int sends, int maxAttempts);

    [LoggerMessage(20, LogLevel.Warning,
        "{Operation} of {ModelId} sets no maximum of output tokens: Bedrock reserves the model's longest answer against the token quota for each such call; "
            + "logged once for each model")]
    public static partial void MaxTokensUnset(ILogger logger, string operation, string? modelId);

    [LoggerMessage(21, LogLevel.Debug, "{Operation} of {ModelId} waited {Wait} for its turn in the token quota")]
    public static partial void WaitedForQuota(ILogger logger, string operation, string? modelId, TimeSpan wait);

    [LoggerMessage(22, LogLevel.Information,
        "The service throttled {ModelId} in {Region} although the token governor saw room; {QuotaShare:P0} of the quota is made use of for now")]
    public static partial void QuotaLowered(ILogger logger, string? modelId, string region, double quotaShare);

    [LoggerMessage(23, LogLevel.Warning,
        "No quota of the token governor is for {ModelId} in {Region}: its calls are not governed; a quota of a bare id does not cover its profiles, so write "
            + "'*' in front. Logged once for each model")]
    public static partial void NoQuota(ILogger logger, string? modelId, string region);

    [LoggerMessage(24, LogLevel.Warning, "A tenant has spent {Spent} of its budget of {Limit}")]
    public static partial void BudgetNear(ILogger logger, decimal spent, decimal limit);

    [LoggerMessage(25, LogLevel.Warning, "OnWarning of the budget failed with {Failure}; the call goes on")]
    public static partial void BudgetHandlerFailed(ILogger logger, string failure);

    [LoggerMessage(26, LogLevel.Warning, "The price table has no price for {ModelId}: its calls are in no budget. Logged once for each model")]
    public static partial void NoPrice(ILogger logger, string? modelId);
}
