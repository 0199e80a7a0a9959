namespace Bedrock.Toolkit.Models;

/// <summary>Why a Mistral model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MistralStopReason>))]
public readonly partial struct MistralStopReason : IOpenValue<MistralStopReason>
{
    /// <summary>The answer is complete, or the model wrote a stop sequence.</summary>
    public static MistralStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static MistralStopReason Length { get; } = new("length");
}
