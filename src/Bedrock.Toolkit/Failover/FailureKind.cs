namespace Bedrock.Toolkit.Failover;

/// <summary>What a failure at one place says of the others.</summary>
internal enum FailureKind
{
    /// <summary>It would be the same everywhere: the request is wrong, or the caller gave up.</summary>
    OfTheCall,

    /// <summary>The place refused and did nothing: another one may answer.</summary>
    Refused,

    /// <summary>The place may have done the work: asked elsewhere, it may be done and paid twice.</summary>
    Doubtful,
}

/// <summary>Reads failures. Stateless and thread-safe.</summary>
internal static class FailureKinds
{
    public static FailureKind Of(Exception failure) => failure switch
    {
        BedrockThrottlingException => FailureKind.Refused,
        BedrockTimeoutException { Kind: BedrockTimeoutKind.Overall } => FailureKind.OfTheCall,
        BedrockTimeoutException { Kind: BedrockTimeoutKind.Connect or BedrockTimeoutKind.Connection } => FailureKind.Refused,
        BedrockTimeoutException or BedrockIncompleteStreamException => FailureKind.Doubtful,

        // No connection was made, or one broke: only the first is sure to have done nothing.
        BedrockConnectionException { InnerException: HttpRequestException { HttpRequestError: var error } } => IsBeforeTheRequest(error)
            ? FailureKind.Refused : FailureKind.Doubtful,
        BedrockConnectionException => FailureKind.Doubtful,

        // The model, the profile or the permission may be missing in one place only.
        BedrockAccessDeniedException or BedrockOnDemandNotSupportedException or BedrockAuthenticationException => FailureKind.Refused,
        BedrockModelException { ErrorCode.Value: "ModelNotReadyException" } => FailureKind.Refused,
        BedrockModelException => FailureKind.Doubtful,
        BedrockValidationException => FailureKind.OfTheCall,
        BedrockServiceException { IsTransient: true } or BedrockServiceException { StatusCode: >= 500 or 404 } => FailureKind.Refused,
        _ => FailureKind.OfTheCall,
    };

    private static bool IsBeforeTheRequest(HttpRequestError error) => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
