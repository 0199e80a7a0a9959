namespace Bedrock.Toolkit.Models;

/// <summary>The kind of a chunk of a stream. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandREventType>))]
public readonly partial struct CommandREventType : IOpenValue<CommandREventType>
{
    /// <summary>The answer begins.</summary>
    public static CommandREventType StreamStart { get; } = new("stream-start");

    /// <summary>What the model searches for.</summary>
    public static CommandREventType SearchQueriesGeneration { get; } = new("search-queries-generation");

    /// <summary>What was found.</summary>
    public static CommandREventType SearchResults { get; } = new("search-results");

    /// <summary>A piece of text.</summary>
    public static CommandREventType TextGeneration { get; } = new("text-generation");

    /// <summary>Where parts of the text come from.</summary>
    public static CommandREventType CitationGeneration { get; } = new("citation-generation");

    /// <summary>Calls of tools.</summary>
    public static CommandREventType ToolCallsGeneration { get; } = new("tool-calls-generation");

    /// <summary>The answer ends.</summary>
    public static CommandREventType StreamEnd { get; } = new("stream-end");
}

/// <summary>Why a Command R model stopped. An open value: any other string works too.</summary>
/// <remarks>AWS documents small letters, recorded answers have capitals. Compare with <see cref="Is"/>, which takes both.</remarks>
[JsonConverter(typeof(OpenValueConverter<CommandRFinishReason>))]
public readonly partial struct CommandRFinishReason : IOpenValue<CommandRFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static CommandRFinishReason Complete { get; } = new("COMPLETE");

    /// <summary>The limit of the request was reached.</summary>
    public static CommandRFinishReason MaxTokens { get; } = new("MAX_TOKENS");

    /// <summary>A stop sequence came up; not documented, but in a recorded answer.</summary>
    public static CommandRFinishReason StopSequence { get; } = new("STOP_SEQUENCE");

    /// <summary>The answer was judged toxic.</summary>
    public static CommandRFinishReason ErrorToxic { get; } = new("ERROR_TOXIC");

    /// <summary>The context was full.</summary>
    public static CommandRFinishReason ErrorLimit { get; } = new("ERROR_LIMIT");

    /// <summary>Something failed.</summary>
    public static CommandRFinishReason Error { get; } = new("ERROR");

    /// <summary>The user stopped it.</summary>
    public static CommandRFinishReason UserCancel { get; } = new("USER_CANCEL");

    /// <summary>Whether this is the same reason, in capitals or small letters.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>Whether they are the same.</returns>
    public bool Is(CommandRFinishReason other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What happens when the prompt is too long. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandRPromptTruncation>))]
public readonly partial struct CommandRPromptTruncation : IOpenValue<CommandRPromptTruncation>
{
    /// <summary>It is an error: the default.</summary>
    public static CommandRPromptTruncation Off { get; } = new("OFF");

    /// <summary>History and documents are cut.</summary>
    public static CommandRPromptTruncation AutoPreserveOrder { get; } = new("AUTO_PRESERVE_ORDER");
}

/// <summary>Who speaks in the history. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<CommandRRole>))]
public readonly partial struct CommandRRole : IOpenValue<CommandRRole>
{
    /// <summary>The user.</summary>
    public static CommandRRole User { get; } = new("USER");

    /// <summary>The model.</summary>
    public static CommandRRole Chatbot { get; } = new("CHATBOT");
}
