namespace Bedrock.Toolkit;

/// <summary>What to embed in one call, in terms that fit every embedding model.</summary>
public sealed class EmbeddingInput
{
    /// <summary>The texts.</summary>
    /// <value>1 to <see cref="IEmbeddingModel.MaxTextsPerCall"/> texts, none of them blank.</value>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>What the vectors are for.</summary>
    /// <value><see cref="EmbeddingPurpose.Document"/> by default; models that make no difference ignore it.</value>
    public EmbeddingPurpose Purpose { get; init; }

    /// <summary>The wanted vector length.</summary>
    /// <value>One of <see cref="IEmbeddingModel.Dimensions"/>; the model's default when null.</value>
    public int? Dimensions { get; init; }
}
