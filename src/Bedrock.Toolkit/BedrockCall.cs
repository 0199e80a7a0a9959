using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <summary>
/// One call of an operation: where it goes, what it carries, how its answer is read. Immutable; the request inside is read when the call starts.
/// </summary>
/// <remarks>
/// <c>InvokeAsync</c>, <c>ConverseAsync</c> and their like are extension methods that make one of these, so that stand-ins and decorators of
/// <see cref="IBedrockClient"/> see every operation at one place, and a new operation changes no interface.
/// </remarks>
/// <typeparam name="TRequest">The request.</typeparam>
public abstract class BedrockCall<TRequest>
{
    private string _path = string.Empty;
    private ModelId? _modelId;

    private protected BedrockCall()
    {
    }

    /// <summary>The operation's API name.</summary>
    /// <value>Such as <c>Converse</c>.</value>
    public required string Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    /// <value>POST by default.</value>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The path, percent-encoded once, as it goes on the wire.</summary>
    /// <value>Begins with a slash.</value>
    public required string Path { get => _path; init => _path = value; }

    /// <summary>The query, percent-encoded, without the question mark.</summary>
    /// <value>None when null.</value>
    public string? Query { get; init; }

    /// <summary>The model that the call is about.</summary>
    /// <value>Null when the operation has no model.</value>
    public ModelId? ModelId { get => _modelId; init => _modelId = value; }

    /// <summary>The request; its body is fixed as bytes when the call is handed to the client.</summary>
    public required TRequest Request { get; init; }

    /// <summary>How the body is written.</summary>
    /// <value>Null when the operation sends no body: everything stands in path and query.</value>
    public JsonTypeInfo<TRequest>? RequestTypeInfo { get; init; }

    /// <summary>Refuses a request that the service would surely refuse, before anything is sent.</summary>
    /// <value>Throws an <see cref="ArgumentException"/> that names the member and the rule; null when there is nothing to check.</value>
    public Action<TRequest>? CheckRequest { get; init; }

    /// <summary>Reads the most tokens that the request lets the model write: Bedrock reserves them against the quota when the call starts.</summary>
    /// <value>Gives null when the request leaves it to the model; null when the operation writes no tokens.</value>
    public Func<TRequest, int?>? ReadMaxTokens { get; init; }

    /// <summary>
    /// Puts the members of <see cref="InvokeOptions"/> that are headers of InvokeModel (guardrail, latency, service tier, request metadata) where this
    /// operation has them.
    /// </summary>
    /// <value>
    /// Gives the request to send and leaves the one it got as it is; throws an <see cref="ArgumentException"/> for what the operation does not have.
    /// Called only when one of those members is set. When null, setting one is an error: none is ever dropped.
    /// </value>
    public Func<TRequest, InvokeOptions, TRequest>? ApplyOptions { get; init; }

    /// <summary>Whether all members of <see cref="InvokeOptions"/> travel as headers, as InvokeModel has them.</summary>
    internal bool HasHeaderOptions { get; init; }

    /// <summary>The header that says which media type is wanted.</summary>
    internal string AcceptHeader { get; init; } = "Accept";

    /// <summary>The media type that is wanted; the usual one of the kind of call when null.</summary>
    internal string? Accept { get; init; }

    /// <summary>Members of the request that travel as headers; those that are null do not.</summary>
    internal IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    /// <summary>The media type that a stream must have; any when null.</summary>
    internal string? StreamType { get; init; } = StreamingCall.EventStreamType;

    /// <summary>The media type of the body.</summary>
    internal string ContentType { get; init; } = "application/json";

    /// <summary>The largest body; that of InvokeModel when null.</summary>
    internal int? MaxBodyBytes { get; init; }

    /// <summary>Gives the body where the request is bytes already.</summary>
    internal Func<TRequest, ReadOnlyMemory<byte>>? ReadBytes { get; init; }

    /// <summary>The kind of what the model writes, for the telemetry.</summary>
    internal ModelModalities Output { get; init; }

    /// <summary>What the model writes at most when the request sets no limit; null when nobody knows.</summary>
    internal int? LongestAnswer { get; init; }

    /// <summary>The same call of another model; itself when it has no model, or has that one already.</summary>
    internal BedrockCall<TRequest> Of(ModelId? model)
    {
        if (model is not { } other || _modelId is not { } own || own == other)
        {
            return this;
        }

        var copy = (BedrockCall<TRequest>)MemberwiseClone();
        copy._modelId = other;
        copy._path = _path.Replace("/model/" + PathLabel.Encode(own.Value, "modelId") + "/", "/model/" + PathLabel.Encode(other.Value, "modelId") + "/",
            StringComparison.Ordinal);
        return copy;
    }

    /// <summary>What is called.</summary>
    /// <returns>A text without the request.</returns>
    public override string ToString() => $"{Operation} {Method} {Path}";
}

/// <summary>One call of a typed operation that answers as a whole.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public sealed class BedrockCall<TRequest, TResponse> : BedrockCall<TRequest>
{
    /// <summary>How the response is read.</summary>
    public required JsonTypeInfo<TResponse> ResponseTypeInfo { get; init; }

    /// <summary>Takes the answer where it is bytes and stays so; read as JSON when null.</summary>
    internal Func<OpenAnswer, TResponse>? ReadAnswer { get; init; }

    /// <summary>Reads the tokens of an answer that stays bytes.</summary>
    internal Func<OpenAnswer, TokenUsage?>? ReadUsage { get; init; }
}
