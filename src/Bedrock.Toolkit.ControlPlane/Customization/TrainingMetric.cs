namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>One line of the metrics that a customisation job leaves. Immutable.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Epoch">The epoch; null where the file has none.</param>
/// <param name="Loss">How far the model is from the data: of training or of validation, by the file; less is better. Null where the line has none.</param>
/// <param name="Perplexity">How surprised the model is by the text; less is better. Null where the line has none.</param>
/// <param name="Others">Numbers of columns that are not known, by the column's name.</param>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-analyze.html</remarks>
public sealed record TrainingMetric(int Step, double? Epoch, double? Loss, double? Perplexity, IReadOnlyDictionary<string, double> Others);
