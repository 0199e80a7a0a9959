using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Mistral chat model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html, and public client code for the
/// members that it does not name.</remarks>
public sealed partial class MistralChatResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>The vendor's own, not the request id; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion</c> (unconfirmed); omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made (unconfirmed).</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created"), JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The vendor's name of the model (unconfirmed).</summary>
    /// <value>Such as <c>mistral-large-2407</c>; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(MistralChatListConverter<MistralChatChoice>)), AllowNull]
    public IList<MistralChatChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>Missing in some answers; omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatUsage>))]
    public MistralChatUsage? Usage { get; set; }

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Message?.Content?.Text ?? string.Empty;

    /// <summary>The calls of tools in the first answer.</summary>
    /// <value>Empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<MistralChatToolCall> ToolCalls => Message?.ToolCalls is { } calls ? [.. calls] : [];

    /// <summary>Why the model stopped writing the first answer, under either name.</summary>
    /// <value>Null when it is not said.</value>
    [JsonIgnore]
    public MistralChatStopReason? StopReason => Choices.Count > 0 ? Choices[0].StopReason ?? Choices[0].FinishReason : null;

    private MistralChatResponseMessage? Message => Choices.Count > 0 ? Choices[0].Message : null;

    /// <summary>The first answer as the next message of the conversation.</summary>
    /// <returns>A copy that shares no object with this response.</returns>
    /// <exception cref="InvalidOperationException">The response has no message.</exception>
    public MistralChatMessage ToMessage()
    {
        MistralChatResponseMessage message = Message ?? throw new InvalidOperationException("The response has no message that could go on the conversation.");
        return new MistralChatMessage
        {
            Role = message.Role ?? MistralChatRole.Assistant,
            Content = Copies.Parts(message.Content) ?? string.Empty,
            ToolCalls = message.ToolCalls is null ? null : [.. message.ToolCalls.Select(call => call.Clone())],
            AdditionalProperties = Copies.Copy(message.AdditionalProperties),
        };
    }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() =>
        new() { InputTokens = Usage?.PromptTokens, OutputTokens = Usage?.CompletionTokens, TotalTokens = Usage?.TotalTokens };
}

/// <summary>One answer of a Mistral chat model, or a piece of one in a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatChoice : BedrockObject
{
    /// <summary>Which answer this is.</summary>
    /// <value>0 in every documented case; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What the model says; in a stream the next piece of it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatResponseMessage>))]
    public MistralChatResponseMessage? Message { get; set; }

    /// <summary>Why the model stopped: the documented name.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public MistralChatStopReason? StopReason { get; set; }

    /// <summary>Why the model stopped: the name that clients have seen from Large 24.07 and Pixtral.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public MistralChatStopReason? FinishReason { get; set; }
}

/// <summary>One message of a conversation.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</value>
    [JsonPropertyName("role")]
    public required MistralChatRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, for Pixtral also parts; may be empty or missing only where the model calls tools; omitted when null.</value>
    [JsonPropertyName("content")]
    public MistralChatContent? Content { get; set; }

    /// <summary>The calls of tools.</summary>
    /// <value>On <c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(MistralChatListConverter<MistralChatToolCall>))]
    public IList<MistralChatToolCall>? ToolCalls { get; set; }

    /// <summary>The call whose result this is.</summary>
    /// <value>On <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>The instructions for the whole conversation.</summary>
    /// <param name="text">The instructions.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage System(string text) => new() { Role = MistralChatRole.System, Content = text };

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, for Pixtral also parts.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage User(MistralChatContent content) => new() { Role = MistralChatRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">What it said.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage Assistant(MistralChatContent content) => new() { Role = MistralChatRole.Assistant, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <returns>The message.</returns>
    public static MistralChatMessage Tool(string toolCallId, string content) =>
        new() { Role = MistralChatRole.Tool, ToolCallId = toolCallId, Content = content };
}

/// <summary>What the model says in an answer, or in a piece of one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatResponseMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public MistralChatRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string in every documented case, empty where the model only calls tools; omitted when null.</value>
    [JsonPropertyName("content")]
    public MistralChatContent? Content { get; set; }

    /// <summary>The calls of tools.</summary>
    /// <value>In a stream whole, on the last chunk; omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(MistralChatListConverter<MistralChatToolCall>))]
    public IList<MistralChatToolCall>? ToolCalls { get; set; }
}

/// <summary>A call of a tool by the model.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatToolCall : BedrockObject
{
    /// <summary>The id of the call, which its result names.</summary>
    /// <value>Nine letters and digits in the vendor's own answers; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c> or nothing; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function, and with what it is called.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatFunctionCall>))]
    public MistralChatFunctionCall? Function { get; set; }

    /// <summary>A call of a function.</summary>
    /// <param name="id">The id of the call.</param>
    /// <param name="name">The function.</param>
    /// <param name="arguments">The arguments, a JSON object.</param>
    /// <returns>The call.</returns>
    public static MistralChatToolCall Create(string id, string name, JsonElement arguments) =>
        new() { Id = id, Function = new MistralChatFunctionCall { Name = name, Arguments = arguments.GetRawText() } };
}

/// <summary>The function that the model calls, and with what.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatFunctionCall : BedrockObject
{
    /// <summary>The function.</summary>
    /// <value>The name of one of the request's tools; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The arguments.</summary>
    /// <value>An object as JSON text, written by the model: it may break the schema; omitted when null.</value>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; set; }

    /// <summary>The arguments as JSON; none stand for <c>{}</c>.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The model's text is not JSON.</exception>
    public JsonElement ReadArguments() => JsonElement.Parse(string.IsNullOrWhiteSpace(Arguments) ? "{}" : Arguments);
}

/// <summary>The tokens of a call.</summary>
/// <remarks>Source: public client code.</remarks>
public sealed partial class MistralChatUsage : BedrockObject
{
    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CompletionTokens { get; set; }

    /// <summary>Tokens read and written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("total_tokens"), JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }
}
