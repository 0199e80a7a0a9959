namespace Bedrock.Toolkit;

/// <summary>What to embed in one call, in terms that fit every embedding model: texts or images, each of which becomes a vector.</summary>
public sealed class EmbeddingInput
{
    /// <summary>The texts.</summary>
    /// <value>At most <see cref="IEmbeddingModel.MaxTextsPerCall"/> texts, none of them blank; empty when <see cref="Images"/> are given.</value>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The images.</summary>
    /// <value>At most <see cref="IEmbeddingModel.MaxImagesPerCall"/> images; empty when <see cref="Texts"/> are given.</value>
    public IReadOnlyList<BedrockImage> Images { get; init; } = [];

    /// <summary>What the vectors are for.</summary>
    /// <value><see cref="EmbeddingPurpose.Document"/> by default; models that make no difference ignore it.</value>
    public EmbeddingPurpose Purpose { get; init; }

    /// <summary>The wanted vector length.</summary>
    /// <value>One of <see cref="IEmbeddingModel.Dimensions"/>; the model's default when null.</value>
    public int? Dimensions { get; init; }

    /// <summary>The only input of a model that takes one text or one image per call; the other of the two is null.</summary>
    internal (string? Text, BedrockImage? Image) Single(string family, bool images = true)
    {
        if (!images && Images.Count > 0)
        {
            throw new ArgumentException($"Images holds {Images.Count} images, but {family} takes only texts.", "input");
        }

        return (Texts.Count, Images.Count) switch
        {
            (1, 0) => (Texts[0], null),
            (0, 1) => (null, Images[0]),
            _ => throw new ArgumentException(
                $"Texts holds {Texts.Count} texts and Images {Images.Count} images, but {family} takes one {(images ? "text or image" : "text")} per call.", "input"),
        };
    }
}
