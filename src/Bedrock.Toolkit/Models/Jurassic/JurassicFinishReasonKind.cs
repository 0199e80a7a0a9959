namespace Bedrock.Toolkit.Models;

/// <summary>Why a Jurassic-2 model stopped writing. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<JurassicFinishReasonKind>))]
public readonly partial struct JurassicFinishReasonKind : IOpenValue<JurassicFinishReasonKind>
{
    /// <summary>The answer is complete.</summary>
    public static JurassicFinishReasonKind EndOfText { get; } = new("endoftext");

    /// <summary>The limit of the request was reached.</summary>
    public static JurassicFinishReasonKind Length { get; } = new("length");

    /// <summary>A stop sequence came up.</summary>
    public static JurassicFinishReasonKind Stop { get; } = new("stop");
}
