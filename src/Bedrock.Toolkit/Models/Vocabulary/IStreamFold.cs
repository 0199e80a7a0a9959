namespace Bedrock.Toolkit;

/// <summary>Folds the events of one stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <typeparam name="TEvent">The JSON of one chunk of the stream.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public interface IStreamFold<in TEvent, out TResponse>
{
    /// <summary>Takes the next event.</summary>
    /// <param name="streamEvent">The event.</param>
    void Add(TEvent streamEvent);

    /// <summary>The response so far.</summary>
    /// <returns>A new response object.</returns>
    TResponse ToResponse();
}

/// <summary>A fold that takes the usual chunk as it is, so that no event is made of it. Used by one thread at a time.</summary>
internal interface IChunkFold
{
    /// <summary>Adds a chunk; false when it is not of the usual form, and nothing of it was taken.</summary>
    bool TryAdd(ReadOnlySpan<byte> json);
}
