namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeTextStopReason>))]
public readonly partial struct ClaudeTextStopReason : IOpenValue<ClaudeTextStopReason>
{
    /// <summary>A stop sequence came up: the built-in one when the answer is complete.</summary>
    public static ClaudeTextStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The limit of the request was reached.</summary>
    public static ClaudeTextStopReason MaxTokens { get; } = new("max_tokens");
}
