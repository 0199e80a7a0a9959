namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of an imported model's stream in Bedrock's own completion style.</summary>
/// <remarks>AWS does not show a stream of imported models: the shape is that of the whole answer, as with Llama (unconfirmed). See
/// https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedBedrockCompletionStreamEvent : BedrockStreamEvent
{
    /// <summary>The next piece of the answer.</summary>
    /// <value>As the model wrote it; omitted when null.</value>
    [JsonPropertyName("generation"), JsonConverter(typeof(PieceTextConverter))]
    public string? Generation { get; set; }

    /// <summary>How long the prompt is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("prompt_token_count"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokenCount { get; set; }

    /// <summary>How long the answer is so far.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("generation_token_count"), JsonConverter(typeof(CountConverter))]
    public int? GenerationTokenCount { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ImportedStopReason? StopReason { get; set; }

    /// <summary>How likely the tokens of the answer were, as the service wrote it.</summary>
    /// <value>Null in every documented case; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Generation ?? string.Empty;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
