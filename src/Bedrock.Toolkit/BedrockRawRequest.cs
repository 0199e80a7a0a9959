using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>One call of any operation of bedrock-runtime, with bytes as its body: for what the library has no types for yet.</summary>
public sealed class BedrockRawRequest
{
    /// <summary>The operation's API name, for errors and logs.</summary>
    /// <value>Such as <c>InvokeModel</c>.</value>
    public required string Operation { get; init; }

    /// <summary>The path, percent-encoded once, as it goes on the wire.</summary>
    /// <value>Begins with a slash; <see cref="Uri.EscapeDataString(string)"/> encodes one segment as AWS wants it.</value>
    public required string Path { get; init; }

    /// <summary>The query, percent-encoded, without the question mark.</summary>
    /// <value>None when null.</value>
    public string? Query { get; init; }

    /// <summary>The HTTP method.</summary>
    /// <value>POST by default.</value>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The body.</summary>
    /// <value>At most 25,000,000 bytes; must not change until the call has ended; no body when empty.</value>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body.</summary>
    /// <value><c>application/json</c> by default.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The media type wanted for the answer.</summary>
    /// <value><c>application/json</c> by default; for the chunks inside a stream too.</value>
    public string Accept { get; init; } = "application/json";

    /// <summary>The model that the call is about, for errors and logs.</summary>
    /// <value>Null when the operation has no model.</value>
    public ModelId? ModelId { get; init; }

    /// <summary>InvokeModel with a body of your own.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="body">The body in the model's own format.</param>
    /// <returns>The request for <c>SendRawAsync</c>.</returns>
    public static BedrockRawRequest InvokeModel(ModelId modelId, ReadOnlyMemory<byte> body) => new()
    {
        Operation = "InvokeModel",
        Path = $"/model/{Uri.EscapeDataString(modelId.Value)}/invoke",
        Body = body,
        ModelId = modelId,
    };

    /// <summary>InvokeModelWithResponseStream with a body of your own.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="body">The body in the model's own format.</param>
    /// <returns>The request for <c>StreamRawAsync</c>.</returns>
    public static BedrockRawRequest InvokeModelWithResponseStream(ModelId modelId, ReadOnlyMemory<byte> body) => new()
    {
        Operation = "InvokeModelWithResponseStream",
        Path = $"/model/{Uri.EscapeDataString(modelId.Value)}/invoke-with-response-stream",
        Body = body,
        ModelId = modelId,
    };

    /// <summary>The call that gives bytes.</summary>
    internal BedrockCall<BedrockRawRequest, BedrockRawResponse> ToCall() => new()
    {
        Operation = Operation,
        Method = Method,
        Path = Path,
        Query = Query,
        ModelId = ModelId,
        Request = this,
        ReadBytes = static raw => raw.Body,
        ContentType = ContentType,
        Accept = Accept,
        HasHeaderOptions = true,
        ResponseTypeInfo = null!,
        ReadAnswer = static answer => new BedrockRawResponse
        {
            Body = answer.Body.WrittenSpan.ToArray(),
            ContentType = answer.ContentType?.ToString(),
            Metadata = answer.Metadata,
        },
    };

    /// <summary>The call that gives the body piece by piece; its fold gives nothing.</summary>
    /// <param name="watcher">Makes what looks at the pieces; null for bytes that nobody knows.</param>
    /// <param name="streamType">The media type that the answer must have; any when null.</param>
    internal BedrockStreamingCall<BedrockRawRequest, ReadOnlyMemory<byte>, object> ToByteCall(Func<IByteWatcher>? watcher = null, string? streamType = null) =>
        new()
        {
            Operation = Operation,
            Method = Method,
            Path = Path,
            Query = Query,
            ModelId = ModelId,
            Request = this,
            ReadBytes = static raw => raw.Body,
            ContentType = ContentType,
            Accept = Accept,
            StreamType = streamType,
            HasHeaderOptions = true,
            ReadEvent = static (_, _) => throw new NotSupportedException("Streams of bytes give them as they are."),
            CreateSource = call => new ByteEventSource(call, watcher?.Invoke()),
            IsEnd = null!,
            CreateFold = static () => throw new NotSupportedException("Streams of bytes have no response."),
        };

    /// <summary>The call that gives frames; its fold gives nothing.</summary>
    internal BedrockStreamingCall<BedrockRawRequest, EventStreamMessage, object> ToStreamingCall() => new()
    {
        Operation = Operation,
        Method = Method,
        Path = Path,
        Query = Query,
        ModelId = ModelId,
        Request = this,
        ReadBytes = static raw => raw.Body,
        ContentType = ContentType,
        AcceptHeader = "X-Amzn-Bedrock-Accept",
        Accept = Accept,
        HasHeaderOptions = true,
        ReadEvent = static (_, _) => throw new NotSupportedException("Raw streams give their frames as they are."),
        Frames = new RawFrameReader(),
        IsEnd = null!,
        CreateFold = static () => throw new NotSupportedException("Raw streams have no response."),
    };
}

/// <summary>The answer to a raw call: bytes and metadata.</summary>
public sealed class BedrockRawResponse
{
    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body.</summary>
    /// <value>Null when the answer did not say.</value>
    public string? ContentType { get; init; }

    /// <summary>Request id, attempts, and what the headers tell.</summary>
    public required BedrockResponseMetadata Metadata { get; init; }
}
