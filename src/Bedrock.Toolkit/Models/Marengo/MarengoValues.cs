namespace Bedrock.Toolkit.Models;

/// <summary>Which side of the content a vector shows. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingOption>))]
public readonly partial struct MarengoEmbeddingOption : IOpenValue<MarengoEmbeddingOption>
{
    /// <summary>The picture (3.0).</summary>
    public static MarengoEmbeddingOption Visual { get; } = new("visual");

    /// <summary>The sound.</summary>
    public static MarengoEmbeddingOption Audio { get; } = new("audio");

    /// <summary>What is said (3.0).</summary>
    public static MarengoEmbeddingOption Transcription { get; } = new("transcription");

    /// <summary>All of them in one vector; in answers only (3.0).</summary>
    public static MarengoEmbeddingOption Fused { get; } = new("fused");

    /// <summary>The picture, to be found by text (2.7).</summary>
    public static MarengoEmbeddingOption VisualText { get; } = new("visual-text");

    /// <summary>The picture, to be found by images (2.7).</summary>
    public static MarengoEmbeddingOption VisualImage { get; } = new("visual-image");
}

/// <summary>What part of the content a vector stands for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingScope>))]
public readonly partial struct MarengoEmbeddingScope : IOpenValue<MarengoEmbeddingScope>
{
    /// <summary>One segment.</summary>
    public static MarengoEmbeddingScope Clip { get; } = new("clip");

    /// <summary>The whole content.</summary>
    public static MarengoEmbeddingScope Asset { get; } = new("asset");
}

/// <summary>Whether the sides of the content get vectors of their own. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingType>))]
public readonly partial struct MarengoEmbeddingType : IOpenValue<MarengoEmbeddingType>
{
    /// <summary>One vector for each option.</summary>
    public static MarengoEmbeddingType Separate { get; } = new("separate_embedding");

    /// <summary>One vector for all options together.</summary>
    public static MarengoEmbeddingType Fused { get; } = new("fused_embedding");
}

/// <summary>What is embedded. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoInputType>))]
public readonly partial struct MarengoInputType : IOpenValue<MarengoInputType>
{
    /// <summary>A text.</summary>
    public static MarengoInputType Text { get; } = new("text");

    /// <summary>An image.</summary>
    public static MarengoInputType Image { get; } = new("image");

    /// <summary>A text and an image together (3.0).</summary>
    public static MarengoInputType TextImage { get; } = new("text_image");

    /// <summary>Sound; asynchronous only.</summary>
    public static MarengoInputType Audio { get; } = new("audio");

    /// <summary>A video; asynchronous only.</summary>
    public static MarengoInputType Video { get; } = new("video");

    /// <summary>A text that refers to several images (3.0).</summary>
    public static MarengoInputType MultiInput { get; } = new("multi_input");
}

/// <summary>How the content is cut into segments. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoSegmentationMethod>))]
public readonly partial struct MarengoSegmentationMethod : IOpenValue<MarengoSegmentationMethod>
{
    /// <summary>Where the scene changes; video only.</summary>
    public static MarengoSegmentationMethod Dynamic { get; } = new("dynamic");

    /// <summary>After a fixed time.</summary>
    public static MarengoSegmentationMethod Fixed { get; } = new("fixed");
}

/// <summary>What happens to a text that is too long (Marengo 2.7). An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MarengoTextTruncate>))]
public readonly partial struct MarengoTextTruncate : IOpenValue<MarengoTextTruncate>
{
    /// <summary>Its end is cut off.</summary>
    public static MarengoTextTruncate End { get; } = new("end");

    /// <summary>It is refused.</summary>
    public static MarengoTextTruncate None { get; } = new("none");
}
