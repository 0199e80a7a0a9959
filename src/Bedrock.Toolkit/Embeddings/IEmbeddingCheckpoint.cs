namespace Bedrock.Toolkit;

/// <summary>Remembers which items of a run are done, so that a run that was stopped at any point goes on where it was. Used by one run at a time,
/// from several threads.</summary>
/// <remarks><see cref="EmbeddingCheckpointFile"/> keeps it in a file; implement it over the table that holds the vectors to have both in one
/// database.</remarks>
public interface IEmbeddingCheckpoint
{
    /// <summary>Looks an item up.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The entry; null when there is none.</returns>
    ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes entries in the given order, each in place of an older one of its key; when this returns they survive the end of the process.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when they are written.</returns>
    ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default);
}

/// <summary>What a checkpoint knows of an item.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="ContentHash">
/// The first 16 bytes, big endian, of the SHA-256 of what was embedded and how: content, base model id, purpose, dimensions.
/// </param>
/// <param name="State">Where the item stands.</param>
public readonly record struct EmbeddingCheckpointEntry(string Key, UInt128 ContentHash, EmbeddingItemState State);

/// <summary>Where an item of a resumable run stands.</summary>
public enum EmbeddingItemState
{
    /// <summary>Not known: never written.</summary>
    None = 0,

    /// <summary>It is about to be handed over; whether its receiver is done with it is not known until the next state.</summary>
    Delivering = 1,

    /// <summary>It was embedded, and its receiver is done with it.</summary>
    Done = 2,

    /// <summary>It could not be embedded, and the receiver of dead letters, or of the run, is done with it.</summary>
    Failed = 3,
}
