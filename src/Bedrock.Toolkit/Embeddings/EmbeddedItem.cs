namespace Bedrock.Toolkit;

/// <summary>An item of a run with its vector, or with what went wrong. Immutable and thread-safe, as far as the item is.</summary>
/// <typeparam name="T">What was embedded.</typeparam>
public sealed class EmbeddedItem<T>
{
    private readonly ReadOnlyMemory<float> _vector;

    internal EmbeddedItem(T item, long index, string? key, bool isRedelivery, ReadOnlyMemory<float> vector, Exception? error)
    {
        Item = item;
        Index = index;
        Key = key;
        IsRedelivery = isRedelivery;
        _vector = vector;
        Error = error;
    }

    /// <summary>The item.</summary>
    public T Item { get; }

    /// <summary>Its position in the source, from 0; items that were passed over count.</summary>
    public long Index { get; }

    /// <summary>Its key.</summary>
    /// <value>Null when the run has no keys.</value>
    public string? Key { get; }

    /// <summary>
    /// Whether an earlier run handed the item over and was stopped before the next one was asked for: its receiver may have stored it.
    /// </summary>
    /// <value>True for at most the one item that was being handed over; false for all others, which were surely not handed over before.</value>
    public bool IsRedelivery { get; }

    /// <summary>What went wrong.</summary>
    /// <value>Null when the item was embedded.</value>
    public Exception? Error { get; }

    /// <summary>Whether the item was embedded.</summary>
    public bool Succeeded => Error is null;

    /// <summary>The vector.</summary>
    /// <exception cref="InvalidOperationException">The item failed; <see cref="Error"/> is the inner exception.</exception>
    public ReadOnlyMemory<float> Vector =>
        Error is null ? _vector : throw new InvalidOperationException($"Item {Index} has no vector: it could not be embedded.", Error);
}
