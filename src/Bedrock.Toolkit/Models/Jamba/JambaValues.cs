namespace Bedrock.Toolkit.Models;

/// <summary>Why a Jamba model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<JambaFinishReason>))]
public readonly partial struct JambaFinishReason : IOpenValue<JambaFinishReason>
{
    /// <summary>The answer is complete, or a stop sequence came up.</summary>
    public static JambaFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of the request was reached.</summary>
    public static JambaFinishReason Length { get; } = new("length");

    /// <summary>The model waits for the results of tools; unconfirmed.</summary>
    public static JambaFinishReason ToolCalls { get; } = new("tool_calls");
}

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<JambaRole>))]
public readonly partial struct JambaRole : IOpenValue<JambaRole>
{
    /// <summary>The user.</summary>
    public static JambaRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static JambaRole Assistant { get; } = new("assistant");

    /// <summary>The system prompt.</summary>
    public static JambaRole System { get; } = new("system");

    /// <summary>The result of a tool; Jamba 1.5.</summary>
    public static JambaRole Tool { get; } = new("tool");
}
