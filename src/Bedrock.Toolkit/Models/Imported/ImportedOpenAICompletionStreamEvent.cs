namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of an imported model's stream in the text-completion style of OpenAI.</summary>
/// <remarks>AWS does not show a stream of imported models: the shape is that of the whole answer, as OpenAI streams it (unconfirmed). See
/// https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedOpenAICompletionStreamEvent : BedrockStreamEvent
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

    /// <summary>The next pieces of the answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ImportedListConverter<ImportedOpenAICompletionChoice>)), AllowNull]
    public IList<ImportedOpenAICompletionChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>On the last chunk. Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>The next piece of the text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => First?.Text ?? string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>On the last chunk; null before.</value>
    [JsonIgnore]
    public ImportedStopReason? FinishReason => First?.FinishReason;

    private ImportedOpenAICompletionChoice? First => Choices.FirstOrDefault(choice => (choice.Index ?? 0) == 0);

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
