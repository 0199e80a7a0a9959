namespace Bedrock.Toolkit.Models;

/// <summary>The text that Palmyra added.</summary>
public sealed partial class WriterCompletionResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>cmpl-…</c>; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>text_completion</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made.</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created"), JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The model.</summary>
    /// <value>The Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The texts.</summary>
    /// <value>One in every known answer.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ChatCompletionListConverter<WriterCompletionChoice>)), AllowNull]
    public IList<WriterCompletionChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>The first text.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Choices is [{ } first, ..] ? first.Text ?? string.Empty : string.Empty;

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage?.ToTokenUsage();

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Choices.Count, "choice"));
}

/// <summary>A text that Palmyra added; in a stream a piece of it.</summary>
public sealed partial class WriterCompletionChoice : BedrockObject
{
    /// <summary>Which text this is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>How likely the tokens were, as the server wrote it.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it.</summary>
    /// <value>A text, a number or null; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }
}
