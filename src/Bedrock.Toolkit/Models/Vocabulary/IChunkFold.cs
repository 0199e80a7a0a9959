namespace Bedrock.Toolkit;

/// <summary>A fold that takes the usual chunk as it is, so that no event is made of it. Used by one thread at a time.</summary>
internal interface IChunkFold
{
    /// <summary>Adds a chunk; false when it is not of the usual form, and nothing of it was taken.</summary>
    bool TryAdd(ReadOnlySpan<byte> json);
}
