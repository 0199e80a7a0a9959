using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>One call as Bedrock's model invocation log has it. Immutable and thread-safe.</summary>
/// <remarks>Holds prompts and answers, where the account lets them be logged. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html</remarks>
public sealed class InvocationLogRecord
{
    internal InvocationLogRecord(JsonElement raw) => Raw = raw;

    /// <summary>The record as it was written.</summary>
    public JsonElement Raw { get; }

    /// <summary>When the call was made.</summary>
    /// <value>Null when the record does not say.</value>
    public DateTimeOffset? Timestamp =>
        Find(Raw, "timestamp") is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out DateTimeOffset time) ? time : null;

    /// <summary>The id of the request: <see cref="BedrockException.RequestId"/>, and <c>requestID</c> of the CloudTrail event.</summary>
    public string? RequestId => Text(Raw, "requestId");

    /// <summary>The account that called.</summary>
    public string? AccountId => Text(Raw, "accountId");

    /// <summary>Who called.</summary>
    /// <value>An ARN.</value>
    public string? CallerArn => Find(Raw, "identity") is { } identity ? Text(identity, "arn") : null;

    /// <summary>The Region that was called.</summary>
    public string? Region => Text(Raw, "region");

    /// <summary>The Region that answered a call through a profile.</summary>
    public string? InferenceRegion => Text(Raw, "inferenceRegion");

    /// <summary>The operation.</summary>
    /// <value>Such as <c>Converse</c>.</value>
    public string? Operation => Text(Raw, "operation");

    /// <summary>The id as it was called.</summary>
    public string? ModelId => Text(Raw, "modelId");

    /// <summary>The error of a call that failed.</summary>
    /// <value>Such as <c>ThrottlingException</c>; null when it succeeded.</value>
    public string? ErrorCode => Text(Raw, "errorCode");

    /// <summary>Who spent it: the pairs that the caller gave.</summary>
    /// <value>Empty when there are none.</value>
    public IReadOnlyDictionary<string, string> RequestMetadata => Find(Raw, "requestMetadata") is { ValueKind: JsonValueKind.Object } pairs
        ? pairs.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString(), StringComparer.Ordinal)
        : new Dictionary<string, string>();

    /// <summary>The request, where it is in the record.</summary>
    /// <value>Null when it lies in S3 (<see cref="RequestS3Path"/>), or is not logged.</value>
    public JsonElement? RequestBody => Inner("input", "inputBodyJson");

    /// <summary>Where the request lies, when it is too large for the record.</summary>
    public string? RequestS3Path => Inner("input", "inputBodyS3Path")?.ToString();

    /// <summary>The answer, where it is in the record; of a streamed InvokeModel the list of its chunks.</summary>
    /// <value>Null when it lies in S3 (<see cref="ResponseS3Path"/>), or is not logged.</value>
    public JsonElement? ResponseBody => Inner("output", "outputBodyJson");

    /// <summary>Where the answer lies, when it is too large for the record.</summary>
    public string? ResponseS3Path => Inner("output", "outputBodyS3Path")?.ToString();

    /// <summary>The tokens of the call.</summary>
    /// <value>Null when the record counts none.</value>
    public TokenUsage? TokenUsage
    {
        get
        {
            var usage = new TokenUsage
            {
                InputTokens = Count("input", "inputTokenCount"),
                OutputTokens = Count("output", "outputTokenCount"),
                CacheReadInputTokens = Count("input", "cacheReadInputTokenCount"),
                CacheWriteInputTokens = Count("input", "cacheWriteInputTokenCount"),
            };
            return usage is { InputTokens: null, OutputTokens: null, CacheReadInputTokens: null, CacheWriteInputTokens: null } ? null : usage;
        }
    }

    /// <summary>The request of Converse or ConverseStream.</summary>
    /// <returns>Null when the body is not in the record.</returns>
    /// <exception cref="InvalidOperationException">The call was one of another operation.</exception>
    /// <exception cref="JsonException">The body does not fit.</exception>
    public ConverseRequest? ReadConverseRequest()
    {
        RequireConverse();
        return RequestBody?.Deserialize(BedrockJson.TypeInfo<ConverseRequest>());
    }

    /// <summary>The answer of Converse or ConverseStream; streams are folded.</summary>
    /// <returns>Null when the body is not in the record.</returns>
    /// <exception cref="InvalidOperationException">The call was one of another operation.</exception>
    /// <exception cref="JsonException">The body does not fit.</exception>
    public ConverseResponse? ReadConverseResponse()
    {
        RequireConverse();
        return ResponseBody?.Deserialize(BedrockJson.TypeInfo<ConverseResponse>());
    }

    /// <summary>The request of InvokeModel or its stream, as the type of a model's family.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <typeparam name="TResponse">The answer.</typeparam>
    /// <param name="model">A model of the family.</param>
    /// <returns>Null when the body is not in the record.</returns>
    /// <exception cref="JsonException">The body does not fit.</exception>
    public TRequest? ReadRequest<TRequest, TResponse>(Model<TRequest, TResponse> model)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(model);
        return RequestBody?.Deserialize(model.RequestTypeInfo);
    }

    /// <summary>The answer of a whole InvokeModel, as the type of a model's family.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <typeparam name="TResponse">The answer.</typeparam>
    /// <param name="model">A model of the family.</param>
    /// <returns>Null when the body is not in the record.</returns>
    /// <exception cref="InvalidOperationException">The answer was streamed: <see cref="ResponseBody"/> holds its chunks.</exception>
    /// <exception cref="JsonException">The body does not fit.</exception>
    public TResponse? ReadResponse<TRequest, TResponse>(Model<TRequest, TResponse> model)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(model);
        return ResponseBody switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } => throw new InvalidOperationException("The answer was streamed: ResponseBody holds its chunks."),
            { } body => body.Deserialize(model.ResponseTypeInfo),
        };
    }

    private static JsonElement? Find(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement of, string name) => Find(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private JsonElement? Inner(string part, string name) => Find(Raw, part) is { } inner ? Find(inner, name) : null;

    private int? Count(string part, string name) =>
        Inner(part, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int count) ? count : null;

    private void RequireConverse()
    {
        if (Operation is not ("Converse" or "ConverseStream"))
        {
            throw new InvalidOperationException($"The record is of {Operation ?? "an unknown operation"}, not of Converse.");
        }
    }
}
