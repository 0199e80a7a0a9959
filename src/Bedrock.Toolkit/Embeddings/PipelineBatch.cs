namespace Bedrock.Toolkit;

/// <summary>The items of one call, and the work on them.</summary>
internal sealed class PipelineBatch<T>
{
    private readonly TaskCompletionSource _work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<PipelineItem<T>> Items { get; } = [];

    public int Bytes { get; private set; }

    /// <summary>Ends when every item has a vector or an error; fails when the run as a whole cannot go on.</summary>
    public Task Work => _work.Task;

    public void End() => _work.TrySetResult();

    public void End(Exception failure)
    {
        _work.TrySetException(failure);

        // Observed: nobody may come to read a batch behind one that ended the run.
        _ = _work.Task.Exception;
    }

    public void Add(PipelineItem<T> item)
    {
        Items.Add(item);
        Bytes += item.Content.Size;
    }
}

/// <summary>An item on its way through a run.</summary>
internal sealed class PipelineItem<T>(T item, long index, string? key, UInt128 hash, bool isRedelivery, EmbeddingContent content)
{
    public string? Key => key;

    public UInt128 Hash => hash;

    public EmbeddingContent Content => content;

    public ReadOnlyMemory<float> Vector { get; set; }

    public Exception? Error { get; set; }

    public EmbeddedItem<T> ToResult() => new(item, index, key, isRedelivery, Vector, Error);
}
