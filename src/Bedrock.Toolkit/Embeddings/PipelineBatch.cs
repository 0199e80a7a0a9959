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
