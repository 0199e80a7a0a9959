using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer in the Chat Completions format. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed class ChatCompletionResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>chatcmpl-…</c>; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made.</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The model.</summary>
    /// <value>The Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The service tier in the vendor's form.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>The make of the server that answered.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("system_fingerprint")]
    public string? SystemFingerprint { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One, unless the request asked for more.</value>
    [JsonPropertyName("choices")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionChoice>))]
    [AllowNull]
    public IList<ChatCompletionChoice> Choices
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>How likely the tokens of the prompt were, as the server wrote it; Palmyra.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("prompt_logprobs")]
    public JsonElement? PromptLogprobs { get; set; }

    /// <summary>What went wrong, when the status was 200 all the same.</summary>
    /// <value>Null when the model answered; omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionError>))]
    public ChatCompletionError? Error { get; set; }

    /// <summary>The first answer without the reasoning that some models write in front of it in tags.</summary>
    /// <value>Empty when there is no text; as it came it is in <c>Choices[0].Message.Content</c>.</value>
    [JsonIgnore]
    public string Text => First?.Text ?? string.Empty;

    /// <summary>The reasoning of the first answer, from its own member or from the tags in front of the answer.</summary>
    /// <value>Null when the model showed none.</value>
    [JsonIgnore]
    public string? ReasoningText => First?.ReasoningText;

    /// <summary>Why the model stopped in the first answer.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public ChatCompletionFinishReason? FinishReason => Choices is [{ } first, ..] ? first.FinishReason : null;

    /// <summary>The tools that the model asks for in the first answer.</summary>
    /// <value>Empty when there are none; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ChatCompletionToolCall> ToolCalls => [.. First?.ToolCalls ?? []];

    private ChatCompletionResponseMessage? First => Choices is [{ } first, ..] ? first.Message : null;

    /// <summary>The first answer as a turn of the conversation, to be added to the next request.</summary>
    /// <param name="keepReasoning">Whether reasoning that has a member of its own is sent back; false by default.</param>
    /// <returns>A message with its own copies.</returns>
    /// <exception cref="InvalidOperationException">The response has no message.</exception>
    public ChatCompletionMessage ToMessage(bool keepReasoning = false) =>
        First?.ToMessage(keepReasoning) ?? throw new InvalidOperationException("The response holds no message to go on from.");

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage?.ToTokenUsage();
}
