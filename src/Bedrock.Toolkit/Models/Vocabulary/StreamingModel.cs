using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>A model that can also stream its answer. Immutable and thread-safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
/// <typeparam name="TEvent">The JSON of one chunk of the stream.</typeparam>
public sealed class StreamingModel<TRequest, TResponse, TEvent> : Model<TRequest, TResponse>
{
    /// <summary>Describes a model that streams.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="eventTypeInfo">How to read a chunk.</param>
    /// <param name="isEnd">Whether an event marks the regular end of the stream; a stream that ends without one is incomplete.</param>
    /// <param name="createFold">Makes what folds the events of one stream into a response.</param>
    public StreamingModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        JsonTypeInfo<TEvent> eventTypeInfo,
        Func<TEvent, bool> isEnd,
        Func<IStreamFold<TEvent, TResponse>> createFold)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(eventTypeInfo);
        ArgumentNullException.ThrowIfNull(isEnd);
        ArgumentNullException.ThrowIfNull(createFold);
        EventTypeInfo = eventTypeInfo;
        IsEnd = isEnd;
        CreateFold = createFold;
    }

    /// <summary>How a chunk is read.</summary>
    public JsonTypeInfo<TEvent> EventTypeInfo { get; }

    /// <summary>Whether an event marks the regular end of the stream.</summary>
    public Func<TEvent, bool> IsEnd { get; }

    /// <summary>Makes what folds the events of one stream into a response.</summary>
    public Func<IStreamFold<TEvent, TResponse>> CreateFold { get; }

    /// <summary>Reads the usual chunk by its form; gives null for all others, which are read by <see cref="EventTypeInfo"/>.</summary>
    internal Func<ReadOnlySpan<byte>, TEvent?>? ReadUsual { get; init; }

    /// <summary>InvokeModelWithResponseStream with this model: what <c>StreamAsync</c> hands to the client.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The call.</returns>
    public BedrockStreamingCall<TRequest, TEvent, TResponse> ToStreamingCall(TRequest request) => new()
    {
        Operation = ApiCalls.InvokeModelWithResponseStream,
        Path = StreamPath,
        ModelId = Id,
        Request = request,
        RequestTypeInfo = RequestTypeInfo,
        CheckRequest = CheckRequest,
        ReadMaxTokens = ReadMaxTokens,
        LongestAnswer = Capabilities.MaxOutputTokens,
        Output = Capabilities.Output,
        HasHeaderOptions = true,
        AcceptHeader = "X-Amzn-Bedrock-Accept",
        Accept = "application/json",
        ReadEvent = static (_, _) => throw new NotSupportedException("The events of InvokeModelWithResponseStream stand in chunks."),
        Frames = new ChunkFrameReader<TEvent>(EventTypeInfo, ReadUsual),
        IsEnd = IsEnd,
        CreateFold = CreateFold,
    };

    private protected override bool CanStream => true;

    /// <inheritdoc/>
    public override StreamingModel<TRequest, TResponse, TEvent> WithId(ModelId id) => (StreamingModel<TRequest, TResponse, TEvent>)CopyWith(id);

    /// <inheritdoc/>
    public override StreamingModel<TRequest, TResponse, TEvent> InProfile(string geography) => WithId(Id.InProfile(geography));
}
