namespace Bedrock.Toolkit.Models;

/// <summary>What a Mistral model answers to a prompt.</summary>
/// <remarks>
/// The body has no token counts: <see cref="BedrockResponse.TokenUsage"/> comes from the headers, or the metrics of a stream.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
/// </remarks>
public sealed partial class MistralResponse : BedrockResponse
{
    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("outputs"), JsonConverter(typeof(MistralListConverter<MistralOutput>)), AllowNull]
    public IList<MistralOutput> Outputs { get; set => field = value ?? []; } = [];

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Outputs.Count > 0 ? Outputs[0].Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when it is not said.</value>
    [JsonIgnore]
    public MistralStopReason? StopReason => Outputs.Count > 0 ? Outputs[0].StopReason : null;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Outputs.Count, "output"), StopReason?.Value);
}

/// <summary>One answer of a Mistral model, or a piece of one in a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html</remarks>
public sealed partial class MistralOutput : BedrockObject
{
    /// <summary>The answer, or its next piece.</summary>
    /// <value>As the model wrote it, often with white space in front; omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public MistralStopReason? StopReason { get; set; }
}
