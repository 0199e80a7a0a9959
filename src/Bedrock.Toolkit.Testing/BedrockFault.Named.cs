using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <content>Errors of the service by their names, and answers that are none.</content>
public sealed partial class BedrockFault
{
    private const int Depth = 1_000;

    /// <summary>429: too many requests.</summary>
    public static BedrockFault Throttling { get; } =
        OfService(nameof(Throttling), 429, "ThrottlingException", "Too many requests, please wait before trying again.");

    /// <summary>503: the service is down.</summary>
    public static BedrockFault ServiceUnavailable { get; } =
        OfService(nameof(ServiceUnavailable), 503, "ServiceUnavailableException", "Service is not available. Please try again.");

    /// <summary>500: the service failed.</summary>
    public static BedrockFault InternalServerError { get; } =
        OfService(nameof(InternalServerError), 500, "InternalServerException", "The system encountered an unexpected error during processing. Try again.");

    /// <summary>429: the model is being loaded.</summary>
    public static BedrockFault ModelNotReady { get; } =
        OfService(nameof(ModelNotReady), 429, "ModelNotReadyException", "The model is not ready for inference requests. Try again.");

    /// <summary>408: the model took too long.</summary>
    public static BedrockFault ModelTimeout { get; } =
        OfService(nameof(ModelTimeout), 408, "ModelTimeoutException", "The model took too long to process the request.");

    /// <summary>424: the model failed.</summary>
    public static BedrockFault ModelError { get; } =
        OfService(nameof(ModelError), 424, "ModelErrorException", "The model failed to process the request.");

    /// <summary>403: the caller may not.</summary>
    public static BedrockFault AccessDenied { get; } =
        OfService(nameof(AccessDenied), 403, "AccessDeniedException", "You don't have access to the model with the specified model ID.");

    /// <summary>403: the session token has expired.</summary>
    public static BedrockFault ExpiredToken { get; } =
        OfService(nameof(ExpiredToken), 403, "ExpiredTokenException", "The security token included in the request is expired");

    /// <summary>400: more than the account may have.</summary>
    public static BedrockFault QuotaExceeded { get; } =
        OfService(nameof(QuotaExceeded), 400, "ServiceQuotaExceededException", "Your request exceeds the service quota for your account.");

    /// <summary>400: the service did not get the whole request in time.</summary>
    public static BedrockFault RequestTimeout { get; } =
        OfService(nameof(RequestTimeout), 400, "RequestTimeoutException", "Your socket connection to the server was not read from or written to in time.");

    /// <summary>429, with the wish to wait for a second before the next call.</summary>
    public static BedrockFault RetryAfter { get; } = new(nameof(RetryAfter), _ => Answer.Error(
        new ServiceFailure(429, "ThrottlingException", "Too many requests, please wait before trying again.") { RetryAfter = TimeSpan.FromSeconds(1) }));

    /// <summary>HTTP 200 whose body claims to be compressed, which nobody asked for.</summary>
    public static BedrockFault Compressed { get; } = new(nameof(Compressed), call =>
    {
        Answer answer = Answer.Raw(200, TypeOf(call), new byte[] { 0x1f, 0x8b, 8, 0 });
        answer.Add("Content-Encoding", "gzip");
        return answer;
    });

    /// <summary>HTTP 200 with a text that is no UTF-8; in a stream, inside a frame that is whole.</summary>
    public static BedrockFault InvalidUtf8 { get; } = new(nameof(InvalidUtf8), call => Wrong(call, [.. "{\"a\":\""u8, 0xff, 0xfe, .. "\"}"u8]));

    /// <summary>HTTP 200 with JSON that is deeper than anybody reads; in a stream, inside a frame that is whole.</summary>
    public static BedrockFault DeepJson { get; } = new(nameof(DeepJson), call =>
        Wrong(call, System.Text.Encoding.ASCII.GetBytes("{\"a\":" + new string('[', Depth) + new string(']', Depth) + "}")));

    /// <summary>The error of a throttled call under the status of a success.</summary>
    public static BedrockFault ErrorUnderSuccess { get; } = new(nameof(ErrorUnderSuccess), _ =>
    {
        Answer answer = Answer.Raw(200, "application/json", "{\"message\":\"Too many requests, please wait before trying again.\"}"u8.ToArray());
        answer.Add("x-amzn-ErrorType", "ThrottlingException");
        return answer;
    });

    /// <summary>A status of an error and nothing else: no name, no body.</summary>
    /// <param name="statusCode">The HTTP status, 400 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static BedrockFault StatusWithoutBody(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new BedrockFault(Name(nameof(StatusWithoutBody), statusCode), _ => new Answer { StatusCode = statusCode });
    }

    private static BedrockFault OfService(string name, int statusCode, string errorCode, string message) =>
        new(name, _ => Answer.Error(new ServiceFailure(statusCode, errorCode, message)));

    private static Answer Wrong(ScriptedCall call, byte[] json) =>
        call.IsStreaming ? Answer.EventStream(EventFrames.OfFrames([call.Frame(json, 0)])) : Answer.Raw(200, "application/json", json);
}
