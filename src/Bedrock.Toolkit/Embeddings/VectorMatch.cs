namespace Bedrock.Toolkit;

/// <summary>A vector that was found.</summary>
/// <param name="Index">Which row of the matrix it is, from 0.</param>
/// <param name="Score">The value of the metric: a similarity, or for distances the distance.</param>
public readonly record struct VectorMatch(int Index, float Score);
