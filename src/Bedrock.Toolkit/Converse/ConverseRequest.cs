using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>A request of Converse and ConverseStream: the conversation so far, and how to go on, in the form that all models share. Not thread safe while it is changed.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The model id is not in the body: it is the first argument of <c>ConverseAsync</c>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
/// </remarks>
public sealed class ConverseRequest
{
    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user; empty, and then left out, only when the model id is a managed prompt.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(ConverseListConverter<Message>))]
    [AllowNull]
    public IList<Message> Messages
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>The system prompt.</summary>
    /// <value><c>System = ["Answer briefly."]</c>; refused by models that have none; omitted when null.</value>
    [JsonPropertyName("system")]
    [JsonConverter(typeof(ConverseListConverter<SystemContentBlock>))]
    public IList<SystemContentBlock>? System { get; set; }

    /// <summary>How the model writes.</summary>
    /// <value>The model's own settings when null; omitted when null.</value>
    [JsonPropertyName("inferenceConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<InferenceConfiguration>))]
    public InferenceConfiguration? InferenceConfig { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Also needed when the messages have tool calls and answers of earlier turns; omitted when null.</value>
    [JsonPropertyName("toolConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolConfiguration>))]
    public ToolConfiguration? ToolConfig { get; set; }

    /// <summary>The guardrail to apply.</summary>
    /// <value>None when null; omitted when null.</value>
    [JsonPropertyName("guardrailConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<GuardrailConfiguration>))]
    public GuardrailConfiguration? GuardrailConfig { get; set; }

    /// <summary>Fields that only this model has.</summary>
    /// <value>An object, such as <c>{"top_k":50}</c> or <c>{"thinking":{"type":"enabled","budget_tokens":2000}}</c> for Claude; omitted when null.</value>
    [JsonPropertyName("additionalModelRequestFields")]
    public JsonElement? AdditionalModelRequestFields { get; set; }

    /// <summary>The values of the variables of a managed prompt.</summary>
    /// <value>Only when the model id is the ARN of a prompt. Treated as sensitive: never logged. Omitted when null.</value>
    [JsonPropertyName("promptVariables")]
    [JsonConverter(typeof(ConverseMapConverter<PromptVariableValues>))]
    public IDictionary<string, PromptVariableValues>? PromptVariables { get; set; }

    /// <summary>Which fields of the model's own answer to put into <see cref="ConverseResponse.AdditionalModelResponseFields"/>.</summary>
    /// <value>JSON pointers such as <c>/stop_sequence</c>: at most 10, each of 1 to 256 characters; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFieldPaths")]
    [JsonConverter(typeof(ConverseListConverter<string>))]
    public IList<string>? AdditionalModelResponseFieldPaths { get; set; }

    /// <summary>Who spends it: keys and values that AWS puts into the invocation log.</summary>
    /// <value>At most 16 pairs; keys of 1 to 256, values of at most 256 letters, digits, spaces and <c>:_@$#=/+,-.</c>. Treated as sensitive: never logged. Omitted when null.</value>
    [JsonPropertyName("requestMetadata")]
    [JsonConverter(typeof(ConverseMapConverter<string>))]
    public IDictionary<string, string>? RequestMetadata { get; set; }

    /// <summary>How fast the model is served.</summary>
    /// <value>Standard when null; omitted when null.</value>
    [JsonPropertyName("performanceConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier.</summary>
    /// <value>The account's default when null; omitted when null.</value>
    [JsonPropertyName("serviceTier")]
    [JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
    public ServiceTier? ServiceTier { get; set; }

    /// <summary>What form the answer has, and how much work goes into it.</summary>
    /// <value>Free text when null; omitted when null. <c>ConverseAsync&lt;T&gt;</c> sets it for you.</value>
    [JsonPropertyName("outputConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<OutputConfig>))]
    public OutputConfig? OutputConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have; the model's own default when null.</param>
    /// <returns>The request.</returns>
    public static ConverseRequest For(string prompt, int? maxTokens = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ConverseRequest
        {
            Messages = [Message.User(prompt)],
            InferenceConfig = maxTokens is null ? null : new InferenceConfiguration { MaxTokens = maxTokens },
        };
    }

    /// <summary>Sets <see cref="AdditionalModelRequestFields"/> from an object of a type of your own.</summary>
    /// <typeparam name="T">The type; it must be written as a JSON object.</typeparam>
    /// <param name="fields">The fields.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    public void SetAdditionalModelRequestFields<T>(T fields, JsonTypeInfo<T> typeInfo) =>
        AdditionalModelRequestFields = JsonSerializer.SerializeToElement(fields, typeInfo);

    /// <summary>A copy that can be changed without changing this request. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public ConverseRequest Clone()
    {
        var copy = (ConverseRequest)MemberwiseClone();
        copy.Messages = Messages.Copy(static message => message.Clone());
        copy.System = System?.Copy(static block => block.Clone());
        copy.InferenceConfig = InferenceConfig?.Clone();
        copy.ToolConfig = ToolConfig?.Clone();
        copy.GuardrailConfig = GuardrailConfig?.Clone();
        copy.PromptVariables = PromptVariables?.ToDictionary(p => p.Key, p => p.Value?.Clone()!, StringComparer.Ordinal);
        copy.AdditionalModelResponseFieldPaths = AdditionalModelResponseFieldPaths?.Copy();
        copy.RequestMetadata = RequestMetadata.Copy();
        copy.PerformanceConfig = PerformanceConfig?.Clone();
        copy.ServiceTier = ServiceTier?.Clone();
        copy.OutputConfig = OutputConfig?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }

    /// <summary>A copy of the request object alone; everything inside is shared.</summary>
    internal ConverseRequest ShallowCopy() => (ConverseRequest)MemberwiseClone();
}
