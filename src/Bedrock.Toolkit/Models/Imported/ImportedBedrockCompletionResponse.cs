namespace Bedrock.Toolkit.Models;

/// <summary>What an imported model answers in Bedrock's own completion style.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ImportedBedrockCompletionResponse : BedrockResponse
{
    /// <summary>The answer.</summary>
    /// <value>As the model wrote it; omitted when null.</value>
    [JsonPropertyName("generation")]
    public string? Generation { get; set; }

    /// <summary>How long the prompt is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("prompt_token_count"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokenCount { get; set; }

    /// <summary>How long the answer is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("generation_token_count"), JsonConverter(typeof(CountConverter))]
    public int? GenerationTokenCount { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value><c>stop</c>, <c>length</c>, or another text; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ImportedStopReason? StopReason { get; set; }

    /// <summary>How likely the tokens of the answer were, as the service wrote it.</summary>
    /// <value>Null in every documented case; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>The answer, for writing it out.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Generation ?? string.Empty;

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = PromptTokenCount, OutputTokens = GenerationTokenCount };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Length(Text), StopReason?.Value);
}
