using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Turns exceptions that a test wants to see into what the service sends so that the client makes them.</summary>
internal static class ScriptedFailures
{
    private const string OnDemandMessage =
        "Invocation of model ID with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains "
            + "this model.";

    /// <summary>An error answer for the exceptions of the service; any other exception stands for a call without an answer.</summary>
    public static Answer ToAnswer(Exception exception) => exception is BedrockServiceException service
        ? Answer.Error(ToFailure(service))
        : Answer.None(AnswerEnd.Reset, exception);

    private static ServiceFailure ToFailure(BedrockServiceException exception)
    {
        (int status, string? code) = exception switch
        {
            BedrockThrottlingException => (429, "ThrottlingException"),
            BedrockAccessDeniedException => (403, "AccessDeniedException"),
            BedrockAuthenticationException => (403, "UnrecognizedClientException"),
            BedrockModelException => (424, "ModelErrorException"),
            BedrockValidationException => (400, "ValidationException"),
            { StatusCode: 0 } => (500, "InternalServerException"),
            _ => (500, null),
        };
        var model = exception as BedrockModelException;
        return new ServiceFailure(
            exception.StatusCode == 0 ? status : exception.StatusCode,
            exception.ErrorCode is { } given ? given.ToString() : code,
            exception is BedrockOnDemandNotSupportedException ? OnDemandMessage : exception.Message)
        {
            OriginalStatusCode = model?.OriginalStatusCode,
            ResourceName = model?.ResourceName,
            RetryAfter = exception.RetryAfter,
        };
    }
}
