namespace Bedrock.Toolkit;

/// <summary>What every embedding model says of itself, whatever its JSON is.</summary>
public interface IEmbeddingModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many texts one call takes.</summary>
    /// <value>1 or more.</value>
    int MaxTextsPerCall { get; }

    /// <summary>The vector lengths on offer.</summary>
    /// <value>The default first; empty when not known.</value>
    IReadOnlyList<int> Dimensions { get; }
}
