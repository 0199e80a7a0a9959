namespace Bedrock.Toolkit.Models;

/// <summary>What a Titan Text model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
public sealed partial class TitanTextResponse : BedrockResponse
{
    /// <summary>How long the prompt is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("inputTextTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTextTokenCount { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(TitanListConverter<TitanTextResult>)), AllowNull]
    public IList<TitanTextResult> Results { get; set => field = value ?? []; } = [];

    /// <summary>What went wrong although the call succeeded.</summary>
    /// <value>A message; AWS shows this member in an example only, so when it is sent is unconfirmed; omitted when null.</value>
    [JsonPropertyName("error")]
    public string? Error { get; set; }

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Results.Count > 0 ? Results[0].OutputText ?? string.Empty : string.Empty;

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new()
    {
        InputTokens = InputTextTokenCount,
        OutputTokens = Results.Any(result => result.TokenCount is not null) ? Results.Sum(result => result.TokenCount ?? 0) : null,
    };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Results.Count, "result"));
}

/// <summary>One answer of a Titan Text model.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
public sealed partial class TitanTextResult : BedrockObject
{
    /// <summary>How long the answer is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("tokenCount"), JsonConverter(typeof(CountConverter))]
    public int? TokenCount { get; set; }

    /// <summary>The answer.</summary>
    /// <value>As the model wrote it, often with a line break in front; omitted when null.</value>
    [JsonPropertyName("outputText")]
    public string? OutputText { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completionReason")]
    public TitanCompletionReason? CompletionReason { get; set; }
}
