using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>Every log message of the library. None holds a prompt, an answer, a body or a credential.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} of {ModelId} was answered: HTTP {StatusCode}, attempt {Attempt}, {RequestBytes} bytes sent, request id {RequestId}")]
    public static partial void Answered(ILogger logger, string operation, string? modelId, int statusCode, int attempt, int requestBytes, string? requestId);

    [LoggerMessage(2, LogLevel.Information, "{Operation} of {ModelId} failed in attempt {Attempt} ({Failure}); next attempt in {Delay}")]
    public static partial void Retrying(ILogger logger, string operation, string? modelId, int attempt, string failure, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} of {ModelId} failed after {Attempts} attempts: {Failure}, request id {RequestId}")]
    public static partial void CallFailed(ILogger logger, string operation, string? modelId, int attempts, string failure, string? requestId);

    [LoggerMessage(20, LogLevel.Warning, "{Operation} of {ModelId} sets no maximum of output tokens: Bedrock reserves the model's longest answer against the token quota for each such call; logged once for each model")]
    public static partial void MaxTokensUnset(ILogger logger, string operation, string? modelId);

    [LoggerMessage(21, LogLevel.Debug, "{Operation} of {ModelId} waited {Wait} for its turn in the token quota")]
    public static partial void WaitedForQuota(ILogger logger, string operation, string? modelId, TimeSpan wait);

    [LoggerMessage(22, LogLevel.Information, "The service throttled {ModelId} in {Region} although the token governor saw room; {QuotaShare:P0} of the quota is made use of for now")]
    public static partial void QuotaLowered(ILogger logger, string? modelId, string region, double quotaShare);
}
