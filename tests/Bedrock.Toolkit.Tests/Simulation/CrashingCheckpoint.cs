namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>A checkpoint that crashes at one of its writes, once: before or after the write took place.</summary>
internal sealed class CrashingCheckpoint(int crashAt) : IEmbeddingCheckpoint
{
    private readonly Dictionary<string, EmbeddingCheckpointEntry> _entries = [];
    private int _writes;

    public ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            return ValueTask.FromResult(_entries.TryGetValue(key, out EmbeddingCheckpointEntry entry) ? entry : default(EmbeddingCheckpointEntry?));
        }
    }

    public ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            bool crashes = ++_writes == crashAt;
            if (!crashes || (crashAt / 2 % 2) == 0)
            {
                foreach (EmbeddingCheckpointEntry entry in entries) _entries[entry.Key] = entry;
            }

            return crashes ? throw new CrashException() : ValueTask.CompletedTask;
        }
    }
}
