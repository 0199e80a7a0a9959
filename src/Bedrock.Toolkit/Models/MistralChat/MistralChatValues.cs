using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MistralChatRole>))]
public readonly partial struct MistralChatRole : IOpenValue<MistralChatRole>
{
    /// <summary>The instructions for the whole conversation.</summary>
    public static MistralChatRole System { get; } = new("system");

    /// <summary>The user.</summary>
    public static MistralChatRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static MistralChatRole Assistant { get; } = new("assistant");

    /// <summary>The result of a tool.</summary>
    public static MistralChatRole Tool { get; } = new("tool");
}

/// <summary>Why a Mistral chat model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MistralChatStopReason>))]
public readonly partial struct MistralChatStopReason : IOpenValue<MistralChatStopReason>
{
    /// <summary>The answer is complete.</summary>
    public static MistralChatStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static MistralChatStopReason Length { get; } = new("length");

    /// <summary>The model calls tools and waits for their results.</summary>
    public static MistralChatStopReason ToolCalls { get; } = new("tool_calls");
}

/// <summary>Whether the model must, may or must not call tools. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
[JsonConverter(typeof(OpenValueConverter<MistralChatToolChoice>))]
public readonly partial struct MistralChatToolChoice : IOpenValue<MistralChatToolChoice>
{
    /// <summary>The model decides: the default.</summary>
    public static MistralChatToolChoice Auto { get; } = new("auto");

    /// <summary>The model must call a tool.</summary>
    public static MistralChatToolChoice Any { get; } = new("any");

    /// <summary>The model must not call tools.</summary>
    public static MistralChatToolChoice None { get; } = new("none");
}
