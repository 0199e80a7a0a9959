namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for the Jurassic-2 models.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html</remarks>
public sealed partial class JurassicRequest : BedrockObject
{
    /// <summary>The prompt.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>0 to 8,191 (2,048 on the older models); 200 by default; omitted when null.</value>
    [JsonPropertyName("maxTokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 to 1; 0.5 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>0 to 1; 0.5 by default; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopSequences"), JsonConverter(typeof(JurassicListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>A penalty by how often a word came up.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("countPenalty"), JsonConverter(typeof(JurassicObjectConverter<JurassicPenalty>))]
    public JurassicPenalty? CountPenalty { get; set; }

    /// <summary>A penalty for every word that came up.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("presencePenalty"), JsonConverter(typeof(JurassicObjectConverter<JurassicPenalty>))]
    public JurassicPenalty? PresencePenalty { get; set; }

    /// <summary>A penalty by the share of a word in the text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("frequencyPenalty"), JsonConverter(typeof(JurassicObjectConverter<JurassicPenalty>))]
    public JurassicPenalty? FrequencyPenalty { get; set; }

    /// <summary>How many answers to write; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("numResults"), JsonConverter(typeof(CountConverter))]
    public int? NumResults { get; set; }

    /// <summary>The fewest tokens to write; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("minTokens"), JsonConverter(typeof(CountConverter))]
    public int? MinTokens { get; set; }

    /// <summary>How many alternatives to show for every token; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("topKReturn"), JsonConverter(typeof(CountConverter))]
    public int? TopKReturn { get; set; }

    /// <summary>By token, how much likelier it becomes; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("logitBias")]
    public IDictionary<string, double>? LogitBias { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(JurassicObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service, which takes 200.</param>
    /// <returns>The request.</returns>
    public static JurassicRequest For(string prompt, int? maxTokens = null) => new() { Prompt = prompt, MaxTokens = maxTokens };
}

/// <summary>How strongly words that came up before are avoided.</summary>
public sealed partial class JurassicPenalty : BedrockObject
{
    /// <summary>The strength.</summary>
    /// <value>0 to 1 (count), 5 (presence) or 500 (frequency); 0 by default; omitted when null.</value>
    [JsonPropertyName("scale")]
    public double? Scale { get; set; }

    /// <summary>Whether the penalty counts for white space.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToWhitespaces")]
    public bool? ApplyToWhitespaces { get; set; }

    /// <summary>Whether the penalty counts for punctuation.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToPunctuations")]
    public bool? ApplyToPunctuations { get; set; }

    /// <summary>Whether the penalty counts for numbers.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToNumbers")]
    public bool? ApplyToNumbers { get; set; }

    /// <summary>Whether the penalty counts for stop words.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToStopwords")]
    public bool? ApplyToStopwords { get; set; }

    /// <summary>Whether the penalty counts for emojis; AWS's page says that true leaves them out.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToEmojis")]
    public bool? ApplyToEmojis { get; set; }
}
