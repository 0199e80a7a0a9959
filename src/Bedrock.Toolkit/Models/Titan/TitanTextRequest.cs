namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for the Titan Text models, and for models that were customised from them.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html. There is no system prompt and no message list:
/// <see cref="TitanTextRequestBuilder"/> writes a conversation as one prompt.
/// </remarks>
public sealed partial class TitanTextRequest : BedrockObject
{
    /// <summary>The prompt.</summary>
    /// <value>Not blank; as long as the model's context allows.</value>
    [JsonPropertyName("inputText"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string InputText { get; set; }

    /// <summary>How the model writes its answer.</summary>
    /// <value>The service's defaults when null; omitted when null.</value>
    [JsonPropertyName("textGenerationConfig"), JsonConverter(typeof(TitanObjectConverter<TitanTextGenerationConfig>))]
    public TitanTextGenerationConfig? TextGenerationConfig { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(TitanObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="inputText">The prompt.</param>
    /// <returns>The request.</returns>
    public static TitanTextRequest For(string inputText) => new() { InputText = inputText };

    private static Dictionary<string, JsonElement>? CopyOf(IDictionary<string, JsonElement>? members) => members is null ? null : new(members);
}

/// <summary>How a Titan Text model writes its answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
public sealed partial class TitanTextGenerationConfig : BedrockObject
{
    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 (always the likeliest) to 1; the service takes 0.7 when it is missing; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>Above 0 and up to 1; the service takes 0.9 when it is missing; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>In tokens: 0 to 4,096 (Lite), 8,192 (Express) or 3,072 (Premier); the service takes 512 when it is missing; omitted when null.</value>
    [JsonPropertyName("maxTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokenCount { get; set; }

    /// <summary>Texts at which the model stops writing.</summary>
    /// <value>Such as <c>User:</c> or <c>|</c>; none by default; omitted when null.</value>
    [JsonPropertyName("stopSequences"), JsonConverter(typeof(TitanListConverter<string>))]
    public IList<string>? StopSequences { get; set; }
}
