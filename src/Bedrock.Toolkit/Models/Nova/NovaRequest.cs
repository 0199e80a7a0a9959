using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the <c>messages-v1</c> format of the Nova models: the conversation so far, and how to go on. Not thread safe while it is changed.</summary>
/// <remarks>What is sent is fixed at the start of a call. Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html</remarks>
public sealed class NovaRequest
{
    /// <summary>The version of the format.</summary>
    /// <value><c>messages-v1</c>, the only documented one; Nova 1 examples send it, Nova 2 examples leave it out; omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The system prompt.</summary>
    /// <value>Text blocks, and cache points between them; omitted when null.</value>
    [JsonPropertyName("system")]
    [JsonConverter(typeof(NovaListConverter<NovaContentBlock>))]
    public IList<NovaContentBlock>? System { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(NovaListConverter<NovaMessage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<NovaMessage> Messages { get; set; }

    /// <summary>How the model writes its answer.</summary>
    /// <value>The service's defaults when null; omitted when null.</value>
    [JsonPropertyName("inferenceConfig")]
    [JsonConverter(typeof(NovaObjectConverter<NovaInferenceConfig>))]
    public NovaInferenceConfig? InferenceConfig { get; set; }

    /// <summary>Whether and how much the model reasons, at the place that another page of AWS names.</summary>
    /// <value>Unconfirmed; <see cref="NovaInferenceConfig.ReasoningConfig"/> is the place of the schema page; omitted when null.</value>
    [JsonPropertyName("reasoningConfig")]
    [JsonConverter(typeof(NovaObjectConverter<NovaReasoningConfig>))]
    public NovaReasoningConfig? ReasoningConfig { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolConfig")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolConfig>))]
    public NovaToolConfig? ToolConfig { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(NovaObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static NovaRequest For(string prompt, int? maxTokens = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new NovaRequest
        {
            Messages = [NovaMessage.User(prompt)],
            InferenceConfig = maxTokens is null ? null : new NovaInferenceConfig { MaxTokens = maxTokens },
        };
    }

    /// <summary>A copy that can be changed without changing this object. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public NovaRequest Clone()
    {
        var copy = (NovaRequest)MemberwiseClone();
        copy.System = System.Copy(item => item.Clone());
        copy.Messages = Messages.Copy(item => item.Clone())!;
        copy.InferenceConfig = InferenceConfig?.Clone();
        copy.ReasoningConfig = ReasoningConfig?.Clone();
        copy.ToolConfig = ToolConfig?.Clone();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
