namespace Bedrock.Toolkit.Streaming;

/// <summary>A call whose answer is an event stream, as the layer below gives it. Used by one thread at a time, but for <see cref="Abort"/>.</summary>
internal interface IStreamingCall : IAsyncDisposable
{
    CallFacts Facts { get; }

    /// <summary>What the headers tell; null before the call is open.</summary>
    BedrockResponseMetadata? Metadata { get; }

    /// <summary>The media type of the answer; null before the call is open, or when it does not say.</summary>
    string? MediaType => null;

    /// <summary>Whether somebody wants to see what the events tell beside their content.</summary>
    bool IsObserved => false;

    /// <summary>Takes the JSON of an event, when <see cref="IsObserved"/>.</summary>
    void Observe(ReadOnlySpan<byte> json)
    {
    }

    /// <summary>Takes that the stream came to its end, or failed.</summary>
    void Finish(Exception? failure)
    {
    }

    /// <summary>Takes what the end of the stream says of its tokens.</summary>
    void Report(BedrockResponseMetadata? metadata)
    {
    }

    /// <summary>Takes that a frame of the stream said that the service throttled, after its first event.</summary>
    void Report(BedrockThrottlingException throttling)
    {
    }

    /// <summary>Gives the rest of the answer so much time in all.</summary>
    void EndWithin(TimeSpan limit)
    {
    }

    /// <summary>Ends whatever is under way; may come from any thread. What was there is still to be disposed.</summary>
    void Abort()
    {
    }

    /// <summary>Sends the request, and has the beginning of the answer read.</summary>
    /// <param name="begin">Reads the beginning. The stream gives the body and enforces the time limits. What it throws counts as a failure of the
    /// attempt, so it can be called again with the body of the next one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task OpenAsync(Func<Stream, CancellationToken, Task> begin, CancellationToken cancellationToken);
}
