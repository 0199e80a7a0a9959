namespace Bedrock.Toolkit;

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
