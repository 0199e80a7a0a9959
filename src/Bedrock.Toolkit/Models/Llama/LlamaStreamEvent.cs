namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a Llama stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html and recorded streams.</remarks>
public sealed partial class LlamaStreamEvent : BedrockStreamEvent
{
    /// <summary>The next piece of the answer.</summary>
    /// <value>Often empty on the last chunk; omitted when null.</value>
    [JsonPropertyName("generation"), JsonConverter(typeof(PieceTextConverter))]
    public string? Generation { get; set; }

    /// <summary>How long the prompt is.</summary>
    /// <value>In tokens; on the first chunk; omitted when null.</value>
    [JsonPropertyName("prompt_token_count"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokenCount { get; set; }

    /// <summary>How long the answer is so far.</summary>
    /// <value>In tokens, this chunk included; omitted when null.</value>
    [JsonPropertyName("generation_token_count"), JsonConverter(typeof(CountConverter))]
    public int? GenerationTokenCount { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public LlamaStopReason? StopReason { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Generation ?? string.Empty;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
