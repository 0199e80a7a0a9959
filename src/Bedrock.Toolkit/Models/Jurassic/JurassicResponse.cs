namespace Bedrock.Toolkit.Models;

/// <summary>What a Jurassic-2 model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html</remarks>
public sealed partial class JurassicResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>A number on Bedrock (1234 in all recorded answers), a text at the vendor; omitted when null.</value>
    [JsonPropertyName("id")]
    public JsonElement? Id { get; set; }

    /// <summary>The prompt with its tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt"), JsonConverter(typeof(JurassicObjectConverter<JurassicText>))]
    public JurassicText? Prompt { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("completions"), JsonConverter(typeof(JurassicListConverter<JurassicCompletion>)), AllowNull]
    public IList<JurassicCompletion> Completions { get; set => field = value ?? []; } = [];

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Completions.Count > 0 ? Completions[0].Data?.Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public JurassicFinishReasonKind? StopReason => Completions.Count > 0 ? Completions[0].FinishReason?.Reason : null;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Completions.Count, "completion"));
}

/// <summary>One answer of a Jurassic-2 model.</summary>
public sealed partial class JurassicCompletion : BedrockObject
{
    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("data"), JsonConverter(typeof(JurassicObjectConverter<JurassicText>))]
    public JurassicText? Data { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason"), JsonConverter(typeof(JurassicObjectConverter<JurassicFinishReason>))]
    public JurassicFinishReason? FinishReason { get; set; }
}

/// <summary>A text with its tokens.</summary>
public sealed partial class JurassicText : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Its tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tokens"), JsonConverter(typeof(JurassicListConverter<JurassicToken>))]
    public IList<JurassicToken>? Tokens { get; set; }
}

/// <summary>Why a Jurassic-2 model stopped, with what belongs to it.</summary>
public sealed partial class JurassicFinishReason : BedrockObject
{
    /// <summary>The reason.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reason")]
    public JurassicFinishReasonKind? Reason { get; set; }

    /// <summary>The limit, with <c>length</c>.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("length"), JsonConverter(typeof(CountConverter))]
    public int? Length { get; set; }

    /// <summary>The stop sequence, with <c>stop</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("sequence")]
    public string? Sequence { get; set; }
}

/// <summary>One token of a prompt or an answer.</summary>
public sealed partial class JurassicToken : BedrockObject
{
    /// <summary>The token.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generatedToken"), JsonConverter(typeof(JurassicObjectConverter<JurassicGeneratedToken>))]
    public JurassicGeneratedToken? GeneratedToken { get; set; }

    /// <summary>Likely alternatives.</summary>
    /// <value>Null when the request did not ask for them; omitted when null.</value>
    [JsonPropertyName("topTokens"), JsonConverter(typeof(JurassicListConverter<JurassicTopToken>))]
    public IList<JurassicTopToken>? TopTokens { get; set; }

    /// <summary>Where it stands in the text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textRange"), JsonConverter(typeof(JurassicObjectConverter<JurassicTextRange>))]
    public JurassicTextRange? TextRange { get; set; }
}

/// <summary>A likely alternative to a token.</summary>
public sealed partial class JurassicTopToken : BedrockObject
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The logarithm of its probability.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }
}

/// <summary>Where a token stands in the text.</summary>
public sealed partial class JurassicTextRange : BedrockObject
{
    /// <summary>The first character.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }
}

/// <summary>A token with its probability.</summary>
public sealed partial class JurassicGeneratedToken : BedrockObject
{
    /// <summary>The token's text.</summary>
    /// <value>With <c>▁</c> for a space; omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The logarithm of its probability, after temperature and penalties.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }

    /// <summary>The logarithm of its probability, before them.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("raw_logprob")]
    public double? RawLogprob { get; set; }
}
