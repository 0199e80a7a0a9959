namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>What one metric says of one answer. Immutable.</summary>
/// <param name="Metric">The metric, such as <see cref="BuiltInMetrics.Correctness"/>.</param>
/// <param name="Result">0 to 1 for the built-in ones; null when the judge could not say, or said a word of its own scale.</param>
/// <param name="Label">The word of the judge's scale, when it is none of numbers.</param>
/// <param name="Explanation">Why, in the judge's words.</param>
public sealed record EvaluationScore(string Metric, double? Result, string? Label, string? Explanation);
