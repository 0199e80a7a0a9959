namespace Bedrock.Toolkit.Models;

/// <summary>Why DeepSeek-R1 stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</remarks>
[JsonConverter(typeof(OpenValueConverter<DeepSeekStopReason>))]
public readonly partial struct DeepSeekStopReason : IOpenValue<DeepSeekStopReason>
{
    /// <summary>The answer is complete, or the model wrote a stop sequence.</summary>
    public static DeepSeekStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static DeepSeekStopReason Length { get; } = new("length");

    /// <summary>The answer is complete: a spelling that one public client expects, unconfirmed.</summary>
    public static DeepSeekStopReason EndOfText { get; } = new("eos_token");
}
