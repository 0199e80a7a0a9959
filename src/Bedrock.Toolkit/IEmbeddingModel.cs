namespace Bedrock.Toolkit;

/// <summary>What every embedding model says of itself, whatever its JSON is.</summary>
public interface IEmbeddingModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many texts one call takes.</summary>
    /// <value>1 or more.</value>
    int MaxTextsPerCall { get; }

    /// <summary>How many images one call takes.</summary>
    /// <value>0 for a model that takes none.</value>
    int MaxImagesPerCall { get; }

    /// <summary>The longest text.</summary>
    /// <value>In characters, a surrogate pair counting as one; null when only a limit in tokens is documented.</value>
    int? MaxTextCharacters { get; }

    /// <summary>How much the inputs of one call may weigh together: UTF-8 for texts, base64 for images.</summary>
    /// <value>In bytes; 20,000,000 by default, which leaves room for the rest of a body of 25,000,000 and for escapes.</value>
    int MaxInputBytesPerCall { get; }

    /// <summary>The vector lengths on offer.</summary>
    /// <value>The default first; empty when not known.</value>
    IReadOnlyList<int> Dimensions { get; }
}
