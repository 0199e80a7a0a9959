namespace Bedrock.Toolkit;

/// <summary>How near two vectors are.</summary>
public enum VectorMetric
{
    /// <summary>The cosine of the angle between them: 1 for the same direction, -1 for opposite ones.</summary>
    Cosine,

    /// <summary>The dot product: the cosine, for vectors of length 1, at less cost.</summary>
    Dot,

    /// <summary>The Euclidean distance; the smaller, the nearer.</summary>
    Euclidean,
}
