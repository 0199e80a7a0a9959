namespace Bedrock.Toolkit;

/// <summary>
/// Writes to the checkpoint that an item is being handed over, and, together with the next item's beginning, that its receiver is done with it:
/// one write an item. Not thread-safe.
/// </summary>
internal sealed class Confirmations(IEmbeddingCheckpoint? checkpoint)
{
    private readonly List<EmbeddingCheckpointEntry> _entries = new(2);
    private EmbeddingCheckpointEntry? _delivering;
    private EmbeddingCheckpointEntry? _ended;

    /// <summary>Before an item is handed over.</summary>
    public ValueTask BeginAsync(string? key, UInt128 hash, bool succeeded, CancellationToken cancellationToken)
    {
        if (checkpoint is null)
        {
            return ValueTask.CompletedTask;
        }

        _delivering = new EmbeddingCheckpointEntry(key!, hash, succeeded ? EmbeddingItemState.Done : EmbeddingItemState.Failed);
        return WriteAsync(new EmbeddingCheckpointEntry(key!, hash, EmbeddingItemState.Delivering), cancellationToken);
    }

    /// <summary>After its receiver asked for the next one.</summary>
    public void End() => (_ended, _delivering) = (_delivering, null);

    /// <summary>Writes what the next beginning would write.</summary>
    public ValueTask FlushAsync(CancellationToken cancellationToken) => WriteAsync(null, cancellationToken);

    private ValueTask WriteAsync(EmbeddingCheckpointEntry? begin, CancellationToken cancellationToken)
    {
        _entries.Clear();
        if (_ended is { } ended)
        {
            _entries.Add(ended);
            _ended = null;
        }

        if (begin is { } next)
        {
            _entries.Add(next);
        }

        return checkpoint is null || _entries.Count == 0 ? ValueTask.CompletedTask : checkpoint.WriteAsync([.. _entries], cancellationToken);
    }
}
