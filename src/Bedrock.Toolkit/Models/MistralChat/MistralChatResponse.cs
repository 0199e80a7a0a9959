using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Mistral chat model answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html, and public client code for the members that it does not name.</remarks>
public sealed class MistralChatResponse : BedrockResponse
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
    [JsonPropertyName("created")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The vendor's name of the model (unconfirmed).</summary>
    /// <value>Such as <c>mistral-large-2407</c>; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices")]
    [JsonConverter(typeof(MistralChatListConverter<MistralChatChoice>))]
    [AllowNull]
    public IList<MistralChatChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>Missing in some answers; omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(MistralChatObjectConverter<MistralChatUsage>))]
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
            Content = message.Content?.Clone() ?? string.Empty,
            ToolCalls = message.ToolCalls is null ? null : [.. message.ToolCalls.Select(call => call.Clone())],
            AdditionalProperties = WireCopies.Copy(message.AdditionalProperties),
        };
    }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() =>
        new() { InputTokens = Usage?.PromptTokens, OutputTokens = Usage?.CompletionTokens, TotalTokens = Usage?.TotalTokens };
}
