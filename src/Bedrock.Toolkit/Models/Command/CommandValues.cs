namespace Bedrock.Toolkit.Models;

/// <summary>Why a Command model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandFinishReason>))]
public readonly partial struct CommandFinishReason : IOpenValue<CommandFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static CommandFinishReason Complete { get; } = new("COMPLETE");

    /// <summary>The limit of the request, or of the context, was reached.</summary>
    public static CommandFinishReason MaxTokens { get; } = new("MAX_TOKENS");

    /// <summary>Something failed.</summary>
    public static CommandFinishReason Error { get; } = new("ERROR");

    /// <summary>The answer was judged toxic.</summary>
    public static CommandFinishReason ErrorToxic { get; } = new("ERROR_TOXIC");
}

/// <summary>For which tokens a Command model tells their likelihood. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandReturnLikelihoods>))]
public readonly partial struct CommandReturnLikelihoods : IOpenValue<CommandReturnLikelihoods>
{
    /// <summary>Those of the answer.</summary>
    public static CommandReturnLikelihoods Generation { get; } = new("GENERATION");

    /// <summary>Those of prompt and answer.</summary>
    public static CommandReturnLikelihoods All { get; } = new("ALL");

    /// <summary>None: the default.</summary>
    public static CommandReturnLikelihoods None { get; } = new("NONE");
}

/// <summary>Which end of a prompt that is too long is cut. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandTruncate>))]
public readonly partial struct CommandTruncate : IOpenValue<CommandTruncate>
{
    /// <summary>None: it is an error.</summary>
    public static CommandTruncate None { get; } = new("NONE");

    /// <summary>The start.</summary>
    public static CommandTruncate Start { get; } = new("START");

    /// <summary>The end: the default.</summary>
    public static CommandTruncate End { get; } = new("END");
}
