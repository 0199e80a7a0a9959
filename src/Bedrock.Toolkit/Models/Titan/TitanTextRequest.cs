using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A prompt for the Titan Text models, and for models that were customised from them. Not thread safe while it is being changed.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html. There is no system prompt and no message list:
/// <see cref="TitanTextRequestBuilder"/> writes a conversation as one prompt.
/// </remarks>
public sealed class TitanTextRequest
{
    /// <summary>The prompt.</summary>
    /// <value>Not blank; as long as the model's context allows.</value>
    [JsonPropertyName("inputText")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string InputText { get; set; }

    /// <summary>How the model writes its answer.</summary>
    /// <value>The service's defaults when null; omitted when null.</value>
    [JsonPropertyName("textGenerationConfig")]
    [JsonConverter(typeof(TitanObjectConverter<TitanTextGenerationConfig>))]
    public TitanTextGenerationConfig? TextGenerationConfig { get; set; }

    /// <summary>How a guardrail reads the prompt.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(TitanObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with nothing but a prompt.</summary>
    /// <param name="inputText">The prompt.</param>
    /// <returns>The request.</returns>
    public static TitanTextRequest For(string inputText) => new() { InputText = inputText };

    /// <summary>A copy that shares no object, list or map with this request.</summary>
    /// <returns>The copy.</returns>
    public TitanTextRequest Clone() => new()
    {
        InputText = InputText,
        TextGenerationConfig = TextGenerationConfig?.Clone(),
        GuardrailConfig = GuardrailConfig is null ? null : new BedrockGuardrailConfig
        {
            TagSuffix = GuardrailConfig.TagSuffix,
            AdditionalProperties = CopyOf(GuardrailConfig.AdditionalProperties),
        },
        AdditionalProperties = CopyOf(AdditionalProperties),
    };

    private static Dictionary<string, JsonElement>? CopyOf(IDictionary<string, JsonElement>? members) => members is null ? null : new(members);
}
