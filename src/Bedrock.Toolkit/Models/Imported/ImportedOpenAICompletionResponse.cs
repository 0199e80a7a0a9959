namespace Bedrock.Toolkit.Models;

/// <summary>What an imported model answers in the text-completion style of OpenAI.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedOpenAICompletionResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>The model server's own, not the request id; omitted when null.</value>
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

    /// <summary>What the serving container calls the model; seen in a recorded answer.</summary>
    /// <value>Such as a path; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The version of the serving container; seen in a recorded answer.</summary>
    /// <value>Such as <c>3.0.1-native</c>; omitted when null.</value>
    [JsonPropertyName("system_fingerprint")]
    public string? SystemFingerprint { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ImportedListConverter<ImportedOpenAICompletionChoice>)), AllowNull]
    public IList<ImportedOpenAICompletionChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => First?.Text ?? string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when it is not said.</value>
    [JsonIgnore]
    public ImportedStopReason? FinishReason => First?.FinishReason;

    private ImportedOpenAICompletionChoice? First => Choices.FirstOrDefault(choice => (choice.Index ?? 0) == 0);

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() =>
        new() { InputTokens = Usage?.PromptTokens, OutputTokens = Usage?.CompletionTokens, TotalTokens = Usage?.TotalTokens };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Choices.Count, "choice"), FinishReason?.Value);
}

/// <summary>One answer in the text-completion style, or a piece of one in a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedOpenAICompletionChoice : BedrockObject
{
    /// <summary>Which answer this is.</summary>
    /// <value>0 in every documented case; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The answer, or its next piece.</summary>
    /// <value>As the model wrote it; omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ImportedStopReason? FinishReason { get; set; }
}
