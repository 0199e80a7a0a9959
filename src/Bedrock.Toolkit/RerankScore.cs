namespace Bedrock.Toolkit;

/// <summary>How well a document answers the question.</summary>
/// <param name="Index">The document's position in the call, from 0.</param>
/// <param name="Score">0 to 1; higher is better.</param>
public readonly record struct RerankScore(int Index, double Score);
