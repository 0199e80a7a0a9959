namespace Bedrock.Toolkit;

/// <summary>The vectors of some texts or images, in their order. Immutable and thread-safe.</summary>
public sealed class EmbeddingResult
{
    internal EmbeddingResult(IReadOnlyList<ReadOnlyMemory<float>> vectors, TokenUsage? usage, int calls)
    {
        Vectors = vectors;
        Usage = usage;
        Calls = calls;
    }

    /// <summary>The vectors.</summary>
    /// <value>One per text or image, in their order, all of one length, without NaN.</value>
    public IReadOnlyList<ReadOnlyMemory<float>> Vectors { get; }

    /// <summary>The tokens of all calls together.</summary>
    /// <value>Null when the service counted none.</value>
    public TokenUsage? Usage { get; }

    /// <summary>How many calls were made.</summary>
    public int Calls { get; }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Vectors", ObjectSummary.Count(Vectors.Count, "vector")).ToText(nameof(EmbeddingResult), Usage?.TotalTokens);
}
