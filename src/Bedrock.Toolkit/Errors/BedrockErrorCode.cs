namespace Bedrock.Toolkit;

/// <summary>The name of an error that Bedrock answers. An open value: any other string works too.</summary>
public readonly partial struct BedrockErrorCode : IOpenValue<BedrockErrorCode>
{
    /// <summary>The quota is used up for now.</summary>
    public static BedrockErrorCode Throttling { get; } = new("ThrottlingException");

    /// <summary>Requests come too fast.</summary>
    public static BedrockErrorCode TooManyRequests { get; } = new("TooManyRequestsException");

    /// <summary>The model is being loaded.</summary>
    public static BedrockErrorCode ModelNotReady { get; } = new("ModelNotReadyException");

    /// <summary>The service has no capacity for now.</summary>
    public static BedrockErrorCode ServiceUnavailable { get; } = new("ServiceUnavailableException");

    /// <summary>The service failed.</summary>
    public static BedrockErrorCode InternalServer { get; } = new("InternalServerException");

    /// <summary>The model took too long.</summary>
    public static BedrockErrorCode ModelTimeout { get; } = new("ModelTimeoutException");

    /// <summary>The model reported an error.</summary>
    public static BedrockErrorCode ModelError { get; } = new("ModelErrorException");

    /// <summary>The model failed while it streamed.</summary>
    public static BedrockErrorCode ModelStreamError { get; } = new("ModelStreamErrorException");

    /// <summary>A quota of the account is exceeded.</summary>
    public static BedrockErrorCode ServiceQuotaExceeded { get; } = new("ServiceQuotaExceededException");

    /// <summary>The request was refused.</summary>
    public static BedrockErrorCode Validation { get; } = new("ValidationException");

    /// <summary>The credentials do not allow the call.</summary>
    public static BedrockErrorCode AccessDenied { get; } = new("AccessDeniedException");

    /// <summary>The model or resource does not exist.</summary>
    public static BedrockErrorCode ResourceNotFound { get; } = new("ResourceNotFoundException");

    /// <summary>The resource is in another state.</summary>
    public static BedrockErrorCode Conflict { get; } = new("ConflictException");

    /// <summary>The resource is in use.</summary>
    public static BedrockErrorCode ResourceInUse { get; } = new("ResourceInUseException");

    /// <summary>The resource has more tags than it may have.</summary>
    public static BedrockErrorCode TooManyTags { get; } = new("TooManyTagsException");

    /// <summary>The session token has expired.</summary>
    public static BedrockErrorCode ExpiredToken { get; } = new("ExpiredTokenException");

    /// <summary>The access key or API key is not known.</summary>
    public static BedrockErrorCode UnrecognizedClient { get; } = new("UnrecognizedClientException");

    /// <summary>The signature does not fit the request.</summary>
    public static BedrockErrorCode InvalidSignature { get; } = new("InvalidSignatureException");

    /// <summary>The request carried no credentials.</summary>
    public static BedrockErrorCode MissingAuthenticationToken { get; } = new("MissingAuthenticationTokenException");

    /// <summary>A service that this one needs did not answer as it should.</summary>
    public static BedrockErrorCode BadGateway { get; } = new("BadGatewayException");

    /// <summary>A service or resource of yours that this one needs failed.</summary>
    public static BedrockErrorCode DependencyFailed { get; } = new("DependencyFailedException");

    /// <summary>The vector bucket, index or policy does not exist.</summary>
    public static BedrockErrorCode NotFound { get; } = new("NotFoundException");

    /// <summary>The request took too long to arrive.</summary>
    public static BedrockErrorCode RequestTimeout { get; } = new("RequestTimeoutException");

    /// <summary>The token of the caller is missing, wrong or expired.</summary>
    public static BedrockErrorCode Unauthorized { get; } = new("UnauthorizedException");

    /// <summary>The resource is being changed by somebody else; the same call may succeed later.</summary>
    public static BedrockErrorCode RetryableConflict { get; } = new("RetryableConflictException");

    /// <summary>The agent behind the call answered with an error.</summary>
    public static BedrockErrorCode RuntimeClient { get; } = new("RuntimeClientError");

    /// <summary>The service failed.</summary>
    public static BedrockErrorCode Service { get; } = new("ServiceException");

    /// <summary>The quota is used up for now.</summary>
    public static BedrockErrorCode Throttled { get; } = new("ThrottledException");

    /// <summary>The request was refused.</summary>
    public static BedrockErrorCode InvalidInput { get; } = new("InvalidInputException");

    /// <summary>An id was given twice.</summary>
    public static BedrockErrorCode DuplicateId { get; } = new("DuplicateIdException");

    /// <summary>The KMS key is disabled.</summary>
    public static BedrockErrorCode KmsDisabled { get; } = new("KmsDisabledException");

    /// <summary>The KMS key is not of the kind that is needed.</summary>
    public static BedrockErrorCode KmsInvalidKeyUsage { get; } = new("KmsInvalidKeyUsageException");

    /// <summary>The KMS key is in another state.</summary>
    public static BedrockErrorCode KmsInvalidState { get; } = new("KmsInvalidStateException");

    /// <summary>The KMS key does not exist.</summary>
    public static BedrockErrorCode KmsNotFound { get; } = new("KmsNotFoundException");
}
