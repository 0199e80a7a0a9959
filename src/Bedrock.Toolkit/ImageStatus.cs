namespace Bedrock.Toolkit;

/// <summary>How the making of images ended.</summary>
public enum ImageStatus
{
    /// <summary>All images are there.</summary>
    Complete,

    /// <summary>Some images were kept back by a content filter, or failed; the others are there.</summary>
    Partial,

    /// <summary>No image is there, or it is blurred: a content filter kept everything back.</summary>
    Filtered,

    /// <summary>No image is there: the model failed.</summary>
    Failed,
}
