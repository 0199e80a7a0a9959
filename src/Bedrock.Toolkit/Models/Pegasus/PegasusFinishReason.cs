namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<PegasusFinishReason>))]
public readonly partial struct PegasusFinishReason : IOpenValue<PegasusFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static PegasusFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of the request was reached.</summary>
    public static PegasusFinishReason Length { get; } = new("length");
}
