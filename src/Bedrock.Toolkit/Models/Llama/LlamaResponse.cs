namespace Bedrock.Toolkit.Models;

/// <summary>What a Llama model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html</remarks>
public sealed partial class LlamaResponse : BedrockResponse
{
    /// <summary>The answer.</summary>
    /// <value>As the model wrote it, often with white space in front; omitted when null.</value>
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
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public LlamaStopReason? StopReason { get; set; }

    /// <summary>The answer, for writing it out.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Generation ?? string.Empty;

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = PromptTokenCount, OutputTokens = GenerationTokenCount };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Length(Text), StopReason?.Value);
}
