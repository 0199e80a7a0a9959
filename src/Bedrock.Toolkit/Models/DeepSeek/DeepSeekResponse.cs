namespace Bedrock.Toolkit.Models;

/// <summary>What DeepSeek-R1 answers.</summary>
/// <remarks>
/// The body has no token counts: <see cref="BedrockResponse.TokenUsage"/> comes from the headers, or the metrics of a stream.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
/// </remarks>
public sealed partial class DeepSeekResponse : BedrockResponse
{
    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(DeepSeekListConverter<DeepSeekChoice>)), AllowNull]
    public IList<DeepSeekChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>All that the model wrote as its first answer, the reasoning included: the text of a stream's events joined.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Choices.Count > 0 ? Choices[0].Text ?? string.Empty : string.Empty;

    /// <summary>What the model thought: the text up to <c>&lt;/think></c>.</summary>
    /// <value>Null when that mark is not in the text, as when the answer was cut within the reasoning.</value>
    [JsonIgnore]
    public string? ReasoningText => DeepSeekReasoning.Split(Text).Reasoning;

    /// <summary>What the model says: the text behind <c>&lt;/think></c>.</summary>
    /// <value>The whole text when that mark is not in it; empty when there is none.</value>
    [JsonIgnore]
    public string AnswerText => DeepSeekReasoning.Split(Text).Answer;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when it is not said.</value>
    [JsonIgnore]
    public DeepSeekStopReason? StopReason => Choices.Count > 0 ? Choices[0].StopReason ?? Choices[0].FinishReason : null;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Choices.Count, "choice"), StopReason?.Value);
}

/// <summary>One answer of DeepSeek-R1, or a piece of one in a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</remarks>
public sealed partial class DeepSeekChoice : BedrockObject
{
    /// <summary>The answer, or its next piece.</summary>
    /// <value>The reasoning, <c>&lt;/think></c>, and what the model says; omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public DeepSeekStopReason? StopReason { get; set; }

    /// <summary>Why the model stopped, under the name that one public client looks for; unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public DeepSeekStopReason? FinishReason { get; set; }
}
