namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for the Command models.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html</remarks>
public sealed partial class CommandRequest : BedrockObject
{
    /// <summary>The prompt.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 to 5; 0.9 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>0 to 1; 0.75 by default; 0 and 1 switch it off; omitted when null.</value>
    [JsonPropertyName("p")]
    public double? P { get; set; }

    /// <summary>From how many of the likeliest words the next one is drawn.</summary>
    /// <value>0 to 500; 0, which switches it off, by default; omitted when null.</value>
    [JsonPropertyName("k")]
    public double? K { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>1 to 4,096; 20 by default; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 4; omitted when null.</value>
    [JsonPropertyName("stop_sequences"), JsonConverter(typeof(CommandListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>For which tokens to tell their likelihood.</summary>
    /// <value><c>NONE</c> by default; omitted when null.</value>
    [JsonPropertyName("return_likelihoods")]
    public CommandReturnLikelihoods? ReturnLikelihoods { get; set; }

    /// <summary>Whether a streaming call gives pieces.</summary>
    /// <value>Set it to true for <c>StreamAsync</c>: without it the stream is a single chunk with the whole answer; false by default; omitted when
    /// null.</value>
    [JsonPropertyName("stream")]
    public bool? Stream { get; set; }

    /// <summary>How many answers to write.</summary>
    /// <value>1 to 5; 1 by default; omitted when null.</value>
    [JsonPropertyName("num_generations"), JsonConverter(typeof(CountConverter))]
    public int? NumGenerations { get; set; }

    /// <summary>By the id of a token, how much likelier it becomes.</summary>
    /// <value>-10 to 10; omitted when null.</value>
    [JsonPropertyName("logit_bias")]
    public IDictionary<string, double>? LogitBias { get; set; }

    /// <summary>Which end of a prompt that is too long is cut.</summary>
    /// <value><c>END</c> by default; omitted when null.</value>
    [JsonPropertyName("truncate")]
    public CommandTruncate? Truncate { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(CommandObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service, which takes 20.</param>
    /// <returns>The request.</returns>
    public static CommandRequest For(string prompt, int? maxTokens = null) => new() { Prompt = prompt, MaxTokens = maxTokens };
}
