using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Transport;

/// <summary>One call of an operation, checked and with its bytes fixed; the attempts are made from it.</summary>
internal sealed class ApiCall
{
    public required string Operation { get; init; }

    public required HttpMethod Method { get; init; }

    /// <summary>Percent-encoded once, as it goes on the wire.</summary>
    public required string Path { get; init; }

    public string? Query { get; init; }

    public string? ModelId { get; init; }

    public required RequestBody Body { get; init; }

    public string? ContentType { get; init; }

    public required KeyValuePair<string, string>[] Headers { get; init; }

    /// <summary>The clock of its limits.</summary>
    public required TimeProvider Time { get; init; }

    public required TimeSpan FirstByteTimeout { get; init; }

    public required TimeSpan IdleTimeout { get; init; }

    public TimeSpan? OverallTimeout { get; init; }

    /// <summary>How many attempts this call may make; the client's setting when null.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Whether another identity, another time or another connection is tried also when <see cref="MaxAttempts"/> is 1: whoever makes the
    /// attempts itself cannot do that.</summary>
    public bool HasFreeRepeats { get; init; }

    /// <summary>Whether the answer is a stream.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The media type that a stream must have; any when null.</summary>
    public string? StreamType { get; init; } = StreamingCall.EventStreamType;

    /// <summary>Whether a model is asked, so that tokens are counted and paid.</summary>
    public bool IsInference => ModelId is not null && Operation is "InvokeModel" or "InvokeModelWithResponseStream" or "Converse" or "ConverseStream"
        or ChatOperation or ResponsesOperation or MessagesOperation;

    /// <summary>Chat Completions of OpenAI's shape, whole or streamed.</summary>
    public const string ChatOperation = "CreateChatCompletion";

    /// <summary>Responses of OpenAI's shape, whole or streamed.</summary>
    public const string ResponsesOperation = "CreateResponse";

    /// <summary>Messages of Anthropic's shape, whole or streamed.</summary>
    public const string MessagesOperation = "CreateMessage";

    /// <summary>Whether a layer around the call measures it too.</summary>
    public bool IsMeasuredOutside { get; init; }

    /// <summary>The kind of what the model writes, for the telemetry.</summary>
    public ModelModalities Output { get; init; }

    /// <summary>The most tokens that the call may write, for the token governor.</summary>
    public OutputLimit OutputLimit { get; init; }

    /// <summary>Who sent the last attempt.</summary>
    public Caller Caller { get; set; }

    /// <summary>What no text of the server may show.</summary>
    public CallSecrets Secrets => new(Caller.Credentials?.AccessKey, Caller.Credentials?.SecretKey, Caller.Credentials?.Token, Caller.ApiKey);

    /// <summary>The tokens set aside for the call while it runs; null without a governor.</summary>
    public TokenReservation? Reservation { get; set; }

    /// <summary>The call's span and measurements; null when nobody listens.</summary>
    public CallTelemetry? Telemetry { get; set; }

    public CallFacts Facts(string? region, int attempts, string? requestId = null) => new(Operation, ModelId, requestId, attempts, null, region, Secrets);
}
