using System.Collections.Frozen;

namespace Bedrock.Toolkit.Errors;

/// <summary>Turns an error answer, over HTTP or inside a stream, into the exception for it.</summary>
internal static class ServiceErrorMapper
{
    // A server that quotes a whole body must not fill an exception with it.
    private const int MaxMessageChars = 2000;

    // Behind these words AWS's signature errors repeat the request.
    private static readonly string[] RequestQuotes =
        ["The Canonical String", "The String-to-Sign", "The canonical request", "x-amz-security-token:", "Authorization:", "Authorization=",
            "AWS4-HMAC-SHA256"];

    private static readonly FrozenSet<string> ThrottlingCodes = FrozenSet.Create(
        StringComparer.Ordinal,
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "TooManyRequestsException",
        "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
        "LimitExceededException", "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException");

    private static readonly FrozenSet<string> AuthenticationCodes = FrozenSet.Create(
        StringComparer.Ordinal,
        "ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
        "SignatureDoesNotMatch", "IncompleteSignature", "IncompleteSignatureException", "RequestExpired", "RequestTimeTooSkewed",
        "NotAuthorized", "MissingAuthenticationToken", "MissingAuthenticationTokenException", "AuthFailure");

    // The status that each error has over HTTP: a frame inside a stream does not carry one.
    private static readonly FrozenDictionary<string, int> StatusCodes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["ThrottlingException"] = 429,
        ["ModelNotReadyException"] = 429,
        ["ServiceUnavailableException"] = 503,
        ["InternalServerException"] = 500,
        ["ModelTimeoutException"] = 408,
        ["ModelErrorException"] = 424,
        ["ModelStreamErrorException"] = 424,
        ["ServiceQuotaExceededException"] = 400,
        ["ValidationException"] = 400,
        ["AccessDeniedException"] = 403,
        ["ResourceNotFoundException"] = 404,
        ["ConflictException"] = 409,
        ["DependencyFailedException"] = 424,
        ["BadGatewayException"] = 502,
        ["RuntimeClientError"] = 424,
    }.ToFrozenDictionary();

    /// <summary>The status that an error of this name has over HTTP; 0 when the name is not known.</summary>
    public static int StatusOf(string code) => StatusCodes.GetValueOrDefault(code);

    public static bool IsThrottling(ServiceError error) =>
        (error.Code is { } code && ThrottlingCodes.Contains(code)) || (error.StatusCode == 429 && error.Code is not "ModelNotReadyException");

    public static bool IsTransient(ServiceError error) =>
        IsThrottling(error)
        || error.Code is "ModelNotReadyException" or "ServiceUnavailableException" or "InternalServerException" or "RequestTimeout" or "RequestTimeoutException"
            or "RetryableConflictException" or "BadGatewayException"
        || error.StatusCode is 429 or 500 or 502 or 503 or 504 or 529
        || (error.StatusCode is >= 400 and < 500 && error.Message?.Contains("internal server error", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Makes the exception.</summary>
    /// <param name="error">The error answer.</param>
    /// <param name="call">The call that failed.</param>
    public static BedrockServiceException ToException(ServiceError error, CallFacts call)
    {
        error = error.Without(call.Secrets);
        string message = Describe(error, call);
        bool transient = IsTransient(error);
        BedrockErrorCode? code = error.Code is null ? default(BedrockErrorCode?) : new BedrockErrorCode(error.Code);
        int status = error.StatusCode;
        TimeSpan? retryAfter = error.RetryAfter;
        BedrockServiceException exception = error switch
        {
            _ when IsThrottling(error) =>
                new BedrockThrottlingException(message) { StatusCode = status, ErrorCode = code, RetryAfter = retryAfter, IsTransient = transient },
            { Code: "ModelNotReadyException" or "ModelTimeoutException" or "ModelErrorException" or "ModelStreamErrorException" } =>
                new BedrockModelException(message)
                {
                    StatusCode = status,
                    ErrorCode = code,
                    RetryAfter = retryAfter,
                    IsTransient = transient,
                    OriginalStatusCode = error.OriginalStatusCode,
                    ResourceName = error.ResourceName,
                },
            { Code: { } name } when AuthenticationCodes.Contains(name) => new BedrockAuthenticationException(message) { StatusCode = status, ErrorCode = code },
            { Code: "AccessDeniedException" } or { Code: null, StatusCode: 403 } => new BedrockAccessDeniedException(message) { StatusCode = status,
                ErrorCode = code },
            { Code: null, StatusCode: 401 } => new BedrockAuthenticationException(message) { StatusCode = status },
            { Code: "ValidationException" } when IsOnDemandRejection(error.Message) => OnDemand(message, status, code, call),
            { Code: "ValidationException" } when (BrokenRules.Find(error.Message) ?? BrokenRules.FindDoor(error.Message)) is { } rule =>
                new BedrockValidationException($"{message} Rule '{rule.Name}': {rule.Change}") { StatusCode = status, ErrorCode = code, Rule = rule.Name },
            { Code: "ValidationException" } => new BedrockValidationException(message) { StatusCode = status, ErrorCode = code },
            _ => new BedrockServiceException(BrokenRules.FindDoor(error.Message) is { } door ? $"{message} {door.Change}" : message)
            { StatusCode = status, ErrorCode = code, RetryAfter = retryAfter, IsTransient = transient },
        };
        exception.AddContext(call.Operation, call.ModelId, call.RequestId, call.Attempts, call.EventsDelivered);
        return exception;
    }

    private static string Describe(ServiceError error, CallFacts call)
    {
        string what = (error.Code, error.StatusCode) switch
        {
            (null, 0) => "an error without a name",
            (null, var status) => $"HTTP {status}",
            ({ } code, 0) => code,
            ({ } code, var status) => $"{code} (HTTP {status})",
        };
        string subject = call.ModelId is null ? call.Operation : $"{call.Operation} of '{call.ModelId}'";
        return error.Message is null ? $"{subject} failed: {what}." : $"{subject} failed: {what}: {Bounded(WithoutRequest(error.Message))}";
    }

    /// <summary>The server's wording up to where it quotes the request: errors of signatures do, with the security token in it.</summary>
    private static string WithoutRequest(string message)
    {
        foreach (string quote in RequestQuotes)
        {
            int at = message.IndexOf(quote, StringComparison.OrdinalIgnoreCase);
            message = at >= 0 ? message[..at].TrimEnd() : message;
        }

        return message;
    }

    private static string Bounded(string message) => message.Length <= MaxMessageChars ? message : message[..MaxMessageChars] + "…";

    // Not the whole sentence: the server writes it with a typographic apostrophe, and words move.
    private static bool IsOnDemandRejection(string? message) =>
        message is not null
        && message.Contains("on-demand throughput", StringComparison.OrdinalIgnoreCase)
        && message.Contains("supported", StringComparison.OrdinalIgnoreCase);

    private static BedrockOnDemandNotSupportedException OnDemand(string message, int status, BedrockErrorCode? code, CallFacts call)
    {
        IReadOnlyList<string> ids = InferenceProfiles.Suggest(call.ModelId, call.Region);
        string hint = ids.Count == 0
            ? " Call the model through an inference profile: model.InProfile(\"us\") or model.WithId(\"<profile id or ARN>\")."
            : $" Call the model through an inference profile with model.InProfile(…); ids to try: {string.Join(", ", ids)}.";
        return new BedrockOnDemandNotSupportedException(message + hint) { StatusCode = status, ErrorCode = code, ProfileIds = ids };
    }
}
