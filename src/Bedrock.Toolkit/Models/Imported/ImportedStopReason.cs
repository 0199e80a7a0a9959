namespace Bedrock.Toolkit.Models;

/// <summary>Why an imported model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
[JsonConverter(typeof(OpenValueConverter<ImportedStopReason>))]
public readonly partial struct ImportedStopReason : IOpenValue<ImportedStopReason>
{
    /// <summary>The answer is complete, or the model wrote a stop sequence.</summary>
    public static ImportedStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static ImportedStopReason Length { get; } = new("length");
}
