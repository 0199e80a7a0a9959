using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Tests.Errors;

public class ServiceErrorMapperTests
{
    private static readonly CallFacts Call = new("InvokeModel", "anthropic.claude-v9", "req-1", 2, null, "us-east-1");

    [Theory]
    [InlineData("ThrottlingException", 429, typeof(BedrockThrottlingException), true)]
    [InlineData("TooManyRequestsException", 429, typeof(BedrockThrottlingException), true)]
    [InlineData("Throttling", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("ThrottledException", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("RequestThrottledException", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("ProvisionedThroughputExceededException", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("TransactionInProgressException", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("RequestLimitExceeded", 503, typeof(BedrockThrottlingException), true)]
    [InlineData("BandwidthLimitExceeded", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("LimitExceededException", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("RequestThrottled", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("SlowDown", 503, typeof(BedrockThrottlingException), true)]
    [InlineData("PriorRequestNotComplete", 400, typeof(BedrockThrottlingException), true)]
    [InlineData("EC2ThrottledException", 503, typeof(BedrockThrottlingException), true)]
    [InlineData(null, 429, typeof(BedrockThrottlingException), true)]
    [InlineData("SomethingNew", 429, typeof(BedrockThrottlingException), true)]
    [InlineData("ModelNotReadyException", 429, typeof(BedrockModelException), true)]
    [InlineData("ModelNotReadyException", 424, typeof(BedrockModelException), true)]
    [InlineData("ModelTimeoutException", 408, typeof(BedrockModelException), false)]
    [InlineData("ModelErrorException", 424, typeof(BedrockModelException), false)]
    [InlineData("ModelStreamErrorException", 424, typeof(BedrockModelException), false)]
    [InlineData("ServiceUnavailableException", 503, typeof(BedrockServiceException), true)]
    [InlineData("InternalServerException", 500, typeof(BedrockServiceException), true)]
    [InlineData("BadGatewayException", 502, typeof(BedrockServiceException), true)]
    [InlineData("DependencyFailedException", 424, typeof(BedrockServiceException), false)]
    [InlineData("ServiceQuotaExceededException", 400, typeof(BedrockServiceException), false)]
    [InlineData("ResourceNotFoundException", 404, typeof(BedrockServiceException), false)]
    [InlineData("ConflictException", 400, typeof(BedrockServiceException), false)]
    [InlineData("ConflictException", 409, typeof(BedrockServiceException), false)]
    [InlineData("RequestTimeout", 400, typeof(BedrockServiceException), true)]
    [InlineData("RequestTimeoutException", 400, typeof(BedrockServiceException), true)]
    [InlineData("ValidationException", 400, typeof(BedrockValidationException), false)]
    [InlineData("AccessDeniedException", 403, typeof(BedrockAccessDeniedException), false)]
    [InlineData(null, 403, typeof(BedrockAccessDeniedException), false)]
    [InlineData(null, 401, typeof(BedrockAuthenticationException), false)]
    [InlineData("ExpiredToken", 400, typeof(BedrockAuthenticationException), false)]
    [InlineData("ExpiredTokenException", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("UnrecognizedClientException", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("InvalidClientTokenId", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("InvalidSignatureException", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("SignatureDoesNotMatch", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("IncompleteSignature", 400, typeof(BedrockAuthenticationException), false)]
    [InlineData("IncompleteSignatureException", 400, typeof(BedrockAuthenticationException), false)]
    [InlineData("MissingAuthenticationToken", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("MissingAuthenticationTokenException", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("RequestExpired", 400, typeof(BedrockAuthenticationException), false)]
    [InlineData("RequestTimeTooSkewed", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("NotAuthorized", 400, typeof(BedrockAuthenticationException), false)]
    [InlineData("AuthFailure", 403, typeof(BedrockAuthenticationException), false)]
    [InlineData("SomethingNewException", 418, typeof(BedrockServiceException), false)]
    [InlineData("SomethingNewException", 503, typeof(BedrockServiceException), true)]
    [InlineData(null, 400, typeof(BedrockServiceException), false)]
    [InlineData(null, 408, typeof(BedrockServiceException), false)]
    [InlineData(null, 424, typeof(BedrockServiceException), false)]
    [InlineData(null, 501, typeof(BedrockServiceException), false)]
    [InlineData(null, 500, typeof(BedrockServiceException), true)]
    [InlineData(null, 502, typeof(BedrockServiceException), true)]
    [InlineData(null, 504, typeof(BedrockServiceException), true)]
    public void ToException_EveryError_HasItsTypeAndIsToldTransientOrNot(string? code, int status, Type type, bool transient)
    {
        BedrockServiceException e = Map(new ServiceError { Code = code, StatusCode = status, Message = "the wording" });

        Assert.IsType(type, e);
        Assert.Equal(transient, e.IsTransient);
        Assert.Equal(status, e.StatusCode);
        Assert.Equal(code, e.ErrorCode?.Value);
        Assert.Contains("the wording", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToException_Context_IsComplete()
    {
        BedrockServiceException e = ServiceErrorMapper.ToException(
            new ServiceError { Code = "ThrottlingException", StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(2) },
            Call with { EventsDelivered = 3 });

        Assert.Equal("InvokeModel", e.Operation);
        Assert.Equal("anthropic.claude-v9", e.ModelId);
        Assert.Equal("req-1", e.RequestId);
        Assert.Equal(2, e.Attempts);
        Assert.Equal(3, e.EventsDelivered);
        Assert.Equal(TimeSpan.FromSeconds(2), e.RetryAfter);
        Assert.Equal("InvokeModel of 'anthropic.claude-v9' failed: ThrottlingException (HTTP 429).", e.Message);
    }

    [Fact]
    public void ToException_ModelError_TellsTheModelsStatusAndResource()
    {
        var e = (BedrockModelException)Map(new ServiceError { Code = "ModelErrorException", StatusCode = 424, OriginalStatusCode = 503, ResourceName = "r" });

        Assert.Equal(503, e.OriginalStatusCode);
        Assert.Equal("r", e.ResourceName);
    }

    [Fact]
    public void ToException_MessageThatQuotesABody_IsCut()
    {
        BedrockServiceException e = ServiceErrorMapper.ToException(
            new ServiceError { StatusCode = 400, Code = "ValidationException", Message = new string('x', 60_000) },
                new CallFacts("InvokeModel", null, null, 1, null, null));

        Assert.InRange(e.Message.Length, 2000, 2200);
        Assert.EndsWith("x…", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToException_NothingKnown_SaysSoWithoutAStatusOfZero() =>
        Assert.Equal("InvokeModel of 'anthropic.claude-v9' failed: an error without a name.", Map(new ServiceError()).Message);

    [Theory]
    [InlineData("us-east-1", "us.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("ca-central-1", "us.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("us-gov-west-1", "us-gov.anthropic.claude-v9")]
    [InlineData("eu-west-3", "eu.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("ap-northeast-1", "jp.anthropic.claude-v9", "apac.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("ap-southeast-2", "au.anthropic.claude-v9", "apac.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("ap-south-1", "apac.anthropic.claude-v9", "global.anthropic.claude-v9")]
    [InlineData("sa-east-1", "global.anthropic.claude-v9")]
    public void ToException_OnDemandRejection_NamesTheProfilesOfTheRegion(string region, params string[] ids)
    {
        // The server writes the apostrophe as U+2019.
        string message = "Invocation of model ID anthropic.claude-v9 with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.";

        var e = Assert.IsType<BedrockOnDemandNotSupportedException>(ServiceErrorMapper.ToException(
            new ServiceError { Code = "ValidationException", StatusCode = 400, Message = message }, Call with { Region = region }));

        Assert.Equal(ids, e.ProfileIds);
        Assert.All(ids, id => Assert.Contains(id, e.Message, StringComparison.Ordinal));
        Assert.Contains("InProfile", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }

    [Theory]
    [InlineData("us.anthropic.claude-v9", "us-east-1")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v9", "us-east-1")]
    [InlineData("anthropic.claude-v9", null)]
    [InlineData(null, "us-east-1")]
    public void ToException_OnDemandRejectionWithoutAHint_StillSaysWhatToDo(string? modelId, string? region)
    {
        var e = Assert.IsType<BedrockOnDemandNotSupportedException>(ServiceErrorMapper.ToException(
            new ServiceError { Code = "ValidationException", StatusCode = 400, Message = "on-demand throughput isn't supported" },
            Call with { ModelId = modelId, Region = region }));

        Assert.Empty(e.ProfileIds);
        Assert.Contains("InProfile", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StatusOf_UnknownName_IsZero()
    {
        Assert.Equal(429, ServiceErrorMapper.StatusOf("ThrottlingException"));
        Assert.Equal(0, ServiceErrorMapper.StatusOf("SomethingNew"));
    }

    private static BedrockServiceException Map(ServiceError error) => ServiceErrorMapper.ToException(error, Call);

    [Theory]
    [InlineData("us-iso-east-1")]
    [InlineData("us-isob-east-1")]
    [InlineData("eu-isoe-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public void Suggest_RegionOfAnotherPartition_NamesNoProfileThatCannotExist(string region) =>
        Assert.Empty(InferenceProfiles.Suggest("anthropic.claude-3-haiku-20240307-v1:0", region));
}
