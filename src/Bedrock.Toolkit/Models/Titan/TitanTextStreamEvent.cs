namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a Titan Text stream; a short answer is a single chunk.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html and recorded streams.</remarks>
public sealed partial class TitanTextStreamEvent : BedrockStreamEvent
{
    /// <summary>The next piece of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outputText"), JsonConverter(typeof(PieceTextConverter))]
    public string? OutputText { get; set; }

    /// <summary>Which answer the piece belongs to.</summary>
    /// <value>0 in every recorded stream; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>How long the whole answer is.</summary>
    /// <value>In tokens; on the last chunk; omitted when null.</value>
    [JsonPropertyName("totalOutputTextTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? TotalOutputTextTokenCount { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk, but missing when a guardrail blocked; omitted when null.</value>
    [JsonPropertyName("completionReason")]
    public TitanCompletionReason? CompletionReason { get; set; }

    /// <summary>How long the prompt is.</summary>
    /// <value>In tokens; on the first chunk; omitted when null.</value>
    [JsonPropertyName("inputTextTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTextTokenCount { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => OutputText ?? string.Empty;

    // A blocked answer has the count that only a last chunk has, so that the end is known without this.
    internal override bool CanBlock => false;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
