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
