namespace Bedrock.Toolkit.Models;

/// <summary>What a Command model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html</remarks>
public sealed partial class CommandResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>The request id in recorded answers; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The prompt.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("generations"), JsonConverter(typeof(CommandListConverter<CommandGeneration>)), AllowNull]
    public IList<CommandGeneration> Generations { get; set => field = value ?? []; } = [];

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Generations.Count > 0 ? Generations[0].Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public CommandFinishReason? StopReason => Generations.Count > 0 ? Generations[0].FinishReason : null;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Generations.Count, "generation"), StopReason?.Value);
}

/// <summary>One answer of a Command model.</summary>
public sealed partial class CommandGeneration : BedrockObject
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public CommandFinishReason? FinishReason { get; set; }

    /// <summary>The mean of the tokens' likelihoods.</summary>
    /// <value>Only when asked for; omitted when null.</value>
    [JsonPropertyName("likelihood")]
    public double? Likelihood { get; set; }

    /// <summary>The likelihood of every token.</summary>
    /// <value>Only when asked for; omitted when null.</value>
    [JsonPropertyName("token_likelihoods"), JsonConverter(typeof(CommandListConverter<CommandTokenLikelihood>))]
    public IList<CommandTokenLikelihood>? TokenLikelihoods { get; set; }

    /// <summary>Which answer it is.</summary>
    /// <value>In streams with several answers; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>Whether it is complete.</summary>
    /// <value>In streams; omitted when null.</value>
    [JsonPropertyName("is_finished")]
    public bool? IsFinished { get; set; }
}

/// <summary>A token with its likelihood.</summary>
public sealed partial class CommandTokenLikelihood : BedrockObject
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The logarithm of its probability.</summary>
    /// <value>0 or less; missing for the first token; omitted when null.</value>
    [JsonPropertyName("likelihood")]
    public double? Likelihood { get; set; }
}
