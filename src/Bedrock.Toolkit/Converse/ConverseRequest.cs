using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A request of Converse and ConverseStream: the conversation so far, and how to go on, in the form that all models share.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The model id is not in the body: it is the first argument of <c>ConverseAsync</c>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
/// </remarks>
public sealed partial class ConverseRequest : BedrockObject
{
    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user; empty, and then left out, only when the model id is a managed prompt.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(ConverseListConverter<Message>)), AllowNull]
    public IList<Message> Messages { get; set => field = value ?? []; } = [];

    /// <summary>The system prompt.</summary>
    /// <value><c>System = ["Answer briefly."]</c>; refused by models that have none; omitted when null.</value>
    [JsonPropertyName("system"), JsonConverter(typeof(ConverseListConverter<SystemContentBlock>))]
    public IList<SystemContentBlock>? System { get; set; }

    /// <summary>How the model writes.</summary>
    /// <value>The model's own settings when null; omitted when null.</value>
    [JsonPropertyName("inferenceConfig"), JsonConverter(typeof(ConverseObjectConverter<InferenceConfiguration>))]
    public InferenceConfiguration? InferenceConfig { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Also needed when the messages have tool calls and answers of earlier turns; omitted when null.</value>
    [JsonPropertyName("toolConfig"), JsonConverter(typeof(ConverseObjectConverter<ToolConfiguration>))]
    public ToolConfiguration? ToolConfig { get; set; }

    /// <summary>The guardrail to apply.</summary>
    /// <value>None when null; omitted when null.</value>
    [JsonPropertyName("guardrailConfig"), JsonConverter(typeof(ConverseObjectConverter<GuardrailConfiguration>))]
    public GuardrailConfiguration? GuardrailConfig { get; set; }

    /// <summary>Fields that only this model has.</summary>
    /// <value>An object, such as <c>{"top_k":50}</c> or <c>{"thinking":{"type":"enabled","budget_tokens":2000}}</c> for Claude; omitted when null.</value>
    [JsonPropertyName("additionalModelRequestFields")]
    public JsonElement? AdditionalModelRequestFields { get; set; }

    /// <summary>The values of the variables of a managed prompt.</summary>
    /// <value>Only when the model id is the ARN of a prompt. Treated as sensitive: never logged. Omitted when null.</value>
    [JsonPropertyName("promptVariables"), JsonConverter(typeof(ConverseMapConverter<PromptVariableValues>))]
    public IDictionary<string, PromptVariableValues>? PromptVariables { get; set; }

    /// <summary>Which fields of the model's own answer to put into <see cref="ConverseResponse.AdditionalModelResponseFields"/>.</summary>
    /// <value>JSON pointers such as <c>/stop_sequence</c>: at most 10, each of 1 to 256 characters; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFieldPaths"), JsonConverter(typeof(ConverseListConverter<string>))]
    public IList<string>? AdditionalModelResponseFieldPaths { get; set; }

    /// <summary>Who spends it: keys and values that AWS puts into the invocation log.</summary>
    /// <value>At most 16 pairs; keys of 1 to 256, values of at most 256 letters, digits, spaces and <c>:_@$#=/+,-.</c>. Treated as sensitive: never
    /// logged. Omitted when null.</value>
    [JsonPropertyName("requestMetadata"), JsonConverter(typeof(ConverseMapConverter<string>))]
    public IDictionary<string, string>? RequestMetadata { get; set; }

    /// <summary>How fast the model is served.</summary>
    /// <value>Standard when null; omitted when null.</value>
    [JsonPropertyName("performanceConfig"), JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier.</summary>
    /// <value>The account's default when null; omitted when null.</value>
    [JsonPropertyName("serviceTier"), JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
    public ServiceTier? ServiceTier { get; set; }

    /// <summary>What form the answer has, and how much work goes into it.</summary>
    /// <value>Free text when null; omitted when null. <c>ConverseAsync&lt;T&gt;</c> sets it for you.</value>
    [JsonPropertyName("outputConfig"), JsonConverter(typeof(ConverseObjectConverter<OutputConfig>))]
    public OutputConfig? OutputConfig { get; set; }

    /// <summary>A request with one question: <c>ConverseAsync(model, "Why is the sky blue?")</c>.</summary>
    /// <param name="prompt">The question; null stays null.</param>
    [return: NotNullIfNotNull(nameof(prompt))]
    public static implicit operator ConverseRequest?(string? prompt) => prompt is null ? null : For(prompt);

    /// <summary>A request with one message, such as a text with an image.</summary>
    /// <param name="message">The message; null stays null.</param>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ConverseRequest?(Message? message) => message is null ? null : new ConverseRequest { Messages = [message] };

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

    /// <summary>A copy of the request object alone; everything inside is shared.</summary>
    internal ConverseRequest ShallowCopy() => (ConverseRequest)MemberwiseClone();
}

/// <summary>What form the answer has, and how much work goes into it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html</remarks>
public sealed partial class OutputConfig : BedrockObject
{
    /// <summary>The form of the answer.</summary>
    /// <value>Free text when null; refused by some models; omitted when null.</value>
    [JsonPropertyName("textFormat"), JsonConverter(typeof(ConverseObjectConverter<OutputFormat>))]
    public OutputFormat? TextFormat { get; set; }

    /// <summary>How much work goes into the answer.</summary>
    /// <value>At most 16 characters, such as <c>low</c>, <c>medium</c>, <c>high</c>, by model; omitted when null.</value>
    [JsonPropertyName("effort")]
    public string? Effort { get; set; }
}

/// <summary>The form of the answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html</remarks>
public sealed partial class OutputFormat : BedrockObject
{
    /// <summary>The kind of form.</summary>
    /// <value><see cref="OutputFormatType.JsonSchema"/>, the only one so far.</value>
    [JsonPropertyName("type")]
    public required OutputFormatType Type { get; set; }

    /// <summary>What the form is made of.</summary>
    /// <value>A JSON schema.</value>
    [JsonPropertyName("structure"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required OutputFormatStructure Structure { get; set; }
}

/// <summary>The tools of a request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html</remarks>
public sealed partial class ToolConfiguration : BedrockObject
{
    /// <summary>The tools.</summary>
    /// <value>At least one, in an order that stays the same, so that the prompt cache keeps.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(ConverseListConverter<Tool>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<Tool> Tools { get; set; }

    /// <summary>Whether the model may or must call them.</summary>
    /// <value><c>auto</c> when null; omitted when null.</value>
    [JsonPropertyName("toolChoice")]
    public ToolChoice? ToolChoice { get; set; }
}

/// <summary>The guardrail of a Converse call. Also the <c>GuardrailStreamConfiguration</c> of a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html</remarks>
public sealed partial class GuardrailConfiguration : BedrockObject
{
    /// <summary>The guardrail.</summary>
    /// <value>An id or ARN, at most 2,048 characters; omitted when null.</value>
    [JsonPropertyName("guardrailIdentifier")]
    public string? GuardrailIdentifier { get; set; }

    /// <summary>Its version.</summary>
    /// <value><c>1</c> to <c>99999999</c>, or <c>DRAFT</c>; omitted when null.</value>
    [JsonPropertyName("guardrailVersion")]
    public string? GuardrailVersion { get; set; }

    /// <summary>How much it tells of what it found.</summary>
    /// <value>Disabled when null; omitted when null.</value>
    [JsonPropertyName("trace")]
    public GuardrailTrace? Trace { get; set; }

    /// <summary>Whether a stream waits for it.</summary>
    /// <value>Only in streams: a call without streaming refuses it. <c>sync</c> when null. Omitted when null.</value>
    [JsonPropertyName("streamProcessingMode")]
    public GuardrailStreamProcessingMode? StreamProcessingMode { get; set; }
}

/// <summary>How the model writes: the settings that all models share. What a model has beside them goes into
/// <see cref="ConverseRequest.AdditionalModelRequestFields"/>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html</remarks>
public sealed partial class InferenceConfiguration : BedrockObject
{
    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 or more; the model's own default when null, which can be small; omitted when null.</value>
    [JsonPropertyName("maxTokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; by model when null. Some models take this or <see cref="TopP"/>, some neither. Omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; by model when null; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 2,500, none empty; omitted when null.</value>
    [JsonPropertyName("stopSequences"), JsonConverter(typeof(ConverseListConverter<string>))]
    public IList<string>? StopSequences { get; set; }
}

/// <summary>The value of a variable of a managed prompt: a closed set, with <see cref="UnknownPromptVariableValues"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptVariableValues.html</remarks>
[JsonConverter(typeof(PromptVariableValuesConverter))]
public abstract partial class PromptVariableValues : BedrockObject
{
    private protected PromptVariableValues() { }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PromptVariableValues?(string? text) => text is null ? null : new TextPromptVariable(text);
}

/// <summary>A text for a variable.</summary>
public sealed partial class TextPromptVariable : PromptVariableValues
{
    /// <summary>One without content.</summary>
    public TextPromptVariable() { }

    /// <summary>A text for a variable.</summary>
    /// <param name="text">The text.</param>
    public TextPromptVariable(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>The value of a variable of a managed prompt, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownPromptVariableValues : PromptVariableValues, IRawVariant;

/// <summary>Reads and writes <see cref="PromptVariableValues"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptVariableValuesConverter() : SingleKeyUnionConverter<PromptVariableValues>(
    ConverseJsonContext.Default, static raw => new UnknownPromptVariableValues(raw),
    Case<TextPromptVariable>("text"));

/// <summary>What the form of the answer is made of: a closed set, with <see cref="UnknownOutputFormatStructure"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormatStructure.html</remarks>
[JsonConverter(typeof(OutputFormatStructureConverter))]
public abstract partial class OutputFormatStructure : BedrockObject
{
    private protected OutputFormatStructure() { }

    /// <summary>A JSON schema.</summary>
    /// <param name="jsonSchema">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(jsonSchema))]
    public static implicit operator OutputFormatStructure?(JsonSchemaDefinition? jsonSchema) =>
        jsonSchema is null ? null : new JsonSchemaOutputStructure(jsonSchema);
}

/// <summary>A JSON schema that the answer follows.</summary>
public sealed partial class JsonSchemaOutputStructure : OutputFormatStructure
{
    /// <summary>One without content.</summary>
    public JsonSchemaOutputStructure() { }

    /// <summary>A JSON schema that the answer follows.</summary>
    /// <param name="jsonSchema">The schema.</param>
    public JsonSchemaOutputStructure(JsonSchemaDefinition jsonSchema) => JsonSchema = jsonSchema;

    /// <summary>The schema.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("jsonSchema"), JsonConverter(typeof(ConverseObjectConverter<JsonSchemaDefinition>))]
    public JsonSchemaDefinition? JsonSchema { get; set; }
}

/// <summary>What the form of the answer is made of, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownOutputFormatStructure : OutputFormatStructure, IRawVariant;

/// <summary>Reads and writes <see cref="OutputFormatStructure"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFormatStructureConverter() : SingleKeyUnionConverter<OutputFormatStructure>(
    ConverseJsonContext.Default, static raw => new UnknownOutputFormatStructure(raw),
    Case<JsonSchemaOutputStructure>("jsonSchema"));

/// <summary>A JSON schema that the answer follows.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_JsonSchemaDefinition.html</remarks>
public sealed partial class JsonSchemaDefinition : BedrockObject
{
    /// <summary>The schema, as a JSON text.</summary>
    /// <value>An object with <c>additionalProperties</c> false on every level.</value>
    [JsonPropertyName("schema"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Schema { get; set; }

    /// <summary>A name for it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What it describes.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }
}
