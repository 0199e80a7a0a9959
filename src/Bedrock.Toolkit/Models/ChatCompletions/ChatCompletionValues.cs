namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionFinishReason>))]
public readonly partial struct ChatCompletionFinishReason : IOpenValue<ChatCompletionFinishReason>
{
    /// <summary>The answer is complete, or a stop text came up.</summary>
    public static ChatCompletionFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of tokens was reached.</summary>
    public static ChatCompletionFinishReason Length { get; } = new("length");

    /// <summary>The model asks for tools.</summary>
    public static ChatCompletionFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>A filter left something out.</summary>
    public static ChatCompletionFinishReason ContentFilter { get; } = new("content_filter");

    /// <summary>The model asks for a function in the old form, before there were tools.</summary>
    public static ChatCompletionFinishReason FunctionCall { get; } = new("function_call");
}

/// <summary>How closely the model looks at an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionImageDetail>))]
public readonly partial struct ChatCompletionImageDetail : IOpenValue<ChatCompletionImageDetail>
{
    /// <summary>The model decides.</summary>
    public static ChatCompletionImageDetail Auto { get; } = new("auto");

    /// <summary>Coarsely, for few tokens.</summary>
    public static ChatCompletionImageDetail Low { get; } = new("low");

    /// <summary>Closely.</summary>
    public static ChatCompletionImageDetail High { get; } = new("high");
}

/// <summary>How much a model reasons before it answers; which values a model takes is on its page. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionReasoningEffort>))]
public readonly partial struct ChatCompletionReasoningEffort : IOpenValue<ChatCompletionReasoningEffort>
{
    /// <summary>Not at all; gpt-oss refuses it.</summary>
    public static ChatCompletionReasoningEffort None { get; } = new("none");

    /// <summary>Hardly; gpt-oss, GPT-5 and later and Kimi K3 refuse it.</summary>
    public static ChatCompletionReasoningEffort Minimal { get; } = new("minimal");

    /// <summary>A little.</summary>
    public static ChatCompletionReasoningEffort Low { get; } = new("low");

    /// <summary>The default of gpt-oss.</summary>
    public static ChatCompletionReasoningEffort Medium { get; } = new("medium");

    /// <summary>Much; the default of Grok.</summary>
    public static ChatCompletionReasoningEffort High { get; } = new("high");

    /// <summary>Very much.</summary>
    public static ChatCompletionReasoningEffort XHigh { get; } = new("xhigh");

    /// <summary>As much as the model can.</summary>
    public static ChatCompletionReasoningEffort Max { get; } = new("max");
}

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionRole>))]
public readonly partial struct ChatCompletionRole : IOpenValue<ChatCompletionRole>
{
    /// <summary>Instructions for the whole conversation.</summary>
    public static ChatCompletionRole System { get; } = new("system");

    /// <summary>Instructions for the whole conversation, as gpt-oss calls them; the same as <c>system</c> there.</summary>
    public static ChatCompletionRole Developer { get; } = new("developer");

    /// <summary>The user.</summary>
    public static ChatCompletionRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ChatCompletionRole Assistant { get; } = new("assistant");

    /// <summary>The result of a tool, one message for each call.</summary>
    public static ChatCompletionRole Tool { get; } = new("tool");
}

/// <summary>How long the answer is to be; GPT-5 and later. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionVerbosity>))]
public readonly partial struct ChatCompletionVerbosity : IOpenValue<ChatCompletionVerbosity>
{
    /// <summary>Short.</summary>
    public static ChatCompletionVerbosity Low { get; } = new("low");

    /// <summary>The default.</summary>
    public static ChatCompletionVerbosity Medium { get; } = new("medium");

    /// <summary>Long.</summary>
    public static ChatCompletionVerbosity High { get; } = new("high");
}
