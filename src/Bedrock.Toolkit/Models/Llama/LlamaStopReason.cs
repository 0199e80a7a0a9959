namespace Bedrock.Toolkit.Models;

/// <summary>Why a Llama model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html</remarks>
[JsonConverter(typeof(OpenValueConverter<LlamaStopReason>))]
public readonly partial struct LlamaStopReason : IOpenValue<LlamaStopReason>
{
    /// <summary>The answer is complete.</summary>
    public static LlamaStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static LlamaStopReason Length { get; } = new("length");
}
