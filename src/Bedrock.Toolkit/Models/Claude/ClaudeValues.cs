namespace Bedrock.Toolkit.Models;

/// <summary>How long a cached prefix lives after its last use. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeCacheTtl>))]
public readonly partial struct ClaudeCacheTtl : IOpenValue<ClaudeCacheTtl>
{
    /// <summary>Five minutes: the default.</summary>
    public static ClaudeCacheTtl FiveMinutes { get; } = new("5m");

    /// <summary>One hour: Sonnet 4.5, Haiku 4.5, Opus 4.5 and later.</summary>
    public static ClaudeCacheTtl OneHour { get; } = new("1h");
}

/// <summary>How much work the model puts into an answer. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeEffort>))]
public readonly partial struct ClaudeEffort : IOpenValue<ClaudeEffort>
{
    /// <summary>The least.</summary>
    public static ClaudeEffort Low { get; } = new("low");

    /// <summary>Between low and high; the default of Opus 5.5 and Haiku 5.5.</summary>
    public static ClaudeEffort Medium { get; } = new("medium");

    /// <summary>The default of most models.</summary>
    public static ClaudeEffort High { get; } = new("high");

    /// <summary>More than high; not with thinking switched off on Opus 5.</summary>
    public static ClaudeEffort ExtraHigh { get; } = new("xhigh");

    /// <summary>The most; not with thinking switched off on Opus 5.</summary>
    public static ClaudeEffort Max { get; } = new("max");
}

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeRole>))]
public readonly partial struct ClaudeRole : IOpenValue<ClaudeRole>
{
    /// <summary>The user, also where tool results are given.</summary>
    public static ClaudeRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ClaudeRole Assistant { get; } = new("assistant");

    /// <summary>An instruction in the middle of the conversation; only with a beta, unconfirmed which models take it.</summary>
    public static ClaudeRole System { get; } = new("system");
}

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeStopReason>))]
public readonly partial struct ClaudeStopReason : IOpenValue<ClaudeStopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static ClaudeStopReason EndTurn { get; } = new("end_turn");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static ClaudeStopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up.</summary>
    public static ClaudeStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static ClaudeStopReason ToolUse { get; } = new("tool_use");

    /// <summary>The model refused to answer.</summary>
    public static ClaudeStopReason Refusal { get; } = new("refusal");

    /// <summary>The context window was full before <c>max_tokens</c> was reached.</summary>
    public static ClaudeStopReason ModelContextWindowExceeded { get; } = new("model_context_window_exceeded");

    /// <summary>A long turn was interrupted and goes on when it is sent back; unconfirmed on Bedrock.</summary>
    public static ClaudeStopReason PauseTurn { get; } = new("pause_turn");

    /// <summary>The conversation was compacted, and the request asked to pause then.</summary>
    public static ClaudeStopReason Compaction { get; } = new("compaction");
}

/// <summary>How adaptive thinking is shown in the answer. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ClaudeThinkingDisplay>))]
public readonly partial struct ClaudeThinkingDisplay : IOpenValue<ClaudeThinkingDisplay>
{
    /// <summary>As a summary.</summary>
    public static ClaudeThinkingDisplay Summarized { get; } = new("summarized");

    /// <summary>Without its text.</summary>
    public static ClaudeThinkingDisplay Omitted { get; } = new("omitted");
}
