namespace Bedrock.Toolkit.Streaming;

/// <summary>Where the events of a stream come from. Used by one thread at a time, but for <see cref="Abort"/>.</summary>
internal interface IEventSource<out TEvent> : IAsyncDisposable
{
    TEvent Current { get; }

    BedrockResponseMetadata? Metadata { get; }

    /// <summary>How many events went into a fold without being made: see <see cref="FoldInto"/>.</summary>
    int Folded => 0;

    /// <summary>From here on what a fold can take as it is goes into it, and only the other events come out.</summary>
    void FoldInto(IChunkFold fold)
    {
    }

    /// <summary>Sends the request and waits until the answer has begun.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Goes to the next event when it is there already; false when it has to be waited for, by <see cref="ReadAsync"/>.</summary>
    bool TryRead() => false;

    /// <summary>Reads the next event; false when the source ends between two events.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Fills in what only the source knows of the call.</summary>
    void AddContext(BedrockException exception, int eventsDelivered);

    /// <summary>Takes that the stream came to its end (null), or what it failed with.</summary>
    void Finish(Exception? failure)
    {
    }

    /// <summary>Takes that the end mark was read: what still comes is waited for so long in all.</summary>
    void EndWithin(TimeSpan limit)
    {
    }

    /// <summary>Ends whatever is under way; may come from any thread. What was there is still to be disposed.</summary>
    void Abort()
    {
    }
}
