namespace Bedrock.Toolkit.Models;

/// <summary>A request in the <c>messages-v1</c> format of the Nova models: the conversation so far, and how to go on.</summary>
/// <remarks>What is sent is fixed at the start of a call. Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and
/// https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html</remarks>
public sealed partial class NovaRequest : BedrockObject
{
    /// <summary>The version of the format.</summary>
    /// <value><c>messages-v1</c>, the only documented one; Nova 1 examples send it, Nova 2 examples leave it out; omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The system prompt.</summary>
    /// <value>Text blocks, and cache points between them; omitted when null.</value>
    [JsonPropertyName("system"), JsonConverter(typeof(NovaListConverter<NovaContentBlock>))]
    public IList<NovaContentBlock>? System { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(NovaListConverter<NovaMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<NovaMessage> Messages { get; set; }

    /// <summary>How the model writes its answer.</summary>
    /// <value>The service's defaults when null; omitted when null.</value>
    [JsonPropertyName("inferenceConfig"), JsonConverter(typeof(NovaObjectConverter<NovaInferenceConfig>))]
    public NovaInferenceConfig? InferenceConfig { get; set; }

    /// <summary>Whether and how much the model reasons, at the place that another page of AWS names.</summary>
    /// <value>Unconfirmed; <see cref="NovaInferenceConfig.ReasoningConfig"/> is the place of the schema page; omitted when null.</value>
    [JsonPropertyName("reasoningConfig"), JsonConverter(typeof(NovaObjectConverter<NovaReasoningConfig>))]
    public NovaReasoningConfig? ReasoningConfig { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolConfig"), JsonConverter(typeof(NovaObjectConverter<NovaToolConfig>))]
    public NovaToolConfig? ToolConfig { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(NovaObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

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
}

/// <summary>The tools of a request.</summary>
public sealed partial class NovaToolConfig : BedrockObject
{
    /// <summary>The tools that the model may call.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(NovaListConverter<NovaToolDefinition>)), AllowNull]
    public IList<NovaToolDefinition> Tools { get; set => field = value ?? []; } = [];

    /// <summary>Whether the model may or must call one.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("toolChoice"), JsonConverter(typeof(NovaObjectConverter<NovaToolChoice>))]
    public NovaToolChoice? ToolChoice { get; set; }
}

/// <summary>How the model writes its answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
public sealed partial class NovaInferenceConfig : BedrockObject
{
    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to the model's own limit; chosen by the service when missing; omitted when null.</value>
    [JsonPropertyName("maxTokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>The other name of <see cref="MaxTokens"/>, which the service also takes.</summary>
    /// <value>Seen in recorded calls; use one of both; omitted when null.</value>
    [JsonPropertyName("max_new_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxNewTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0.00001 to 1; 0.7 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 0.9 by default; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>0 to 128; not used by default; omitted when null.</value>
    [JsonPropertyName("topK"), JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopSequences"), JsonConverter(typeof(NovaListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>Whether and how much the model reasons.</summary>
    /// <value>Nova 2; by another page of AWS it stands in the request itself (unconfirmed), see <see cref="NovaRequest.ReasoningConfig"/>; omitted when
    /// null.</value>
    [JsonPropertyName("reasoningConfig"), JsonConverter(typeof(NovaObjectConverter<NovaReasoningConfig>))]
    public NovaReasoningConfig? ReasoningConfig { get; set; }
}

/// <summary>Whether and how much a Nova 2 model reasons before it answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html</remarks>
public sealed partial class NovaReasoningConfig : BedrockObject
{
    /// <summary>Whether the model reasons.</summary>
    /// <value><c>disabled</c> by default; omitted when null.</value>
    [JsonPropertyName("type")]
    public NovaReasoningType? Type { get; set; }

    /// <summary>How much it reasons.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>, with <c>enabled</c>; omitted when null.</value>
    [JsonPropertyName("maxReasoningEffort")]
    public NovaReasoningEffort? MaxReasoningEffort { get; set; }

    /// <summary>The model reasons.</summary>
    /// <param name="effort">How much.</param>
    /// <returns>The setting.</returns>
    public static NovaReasoningConfig Enabled(NovaReasoningEffort effort) => new() { Type = NovaReasoningType.Enabled, MaxReasoningEffort = effort };

    /// <summary>The model does not reason.</summary>
    /// <returns>The setting.</returns>
    public static NovaReasoningConfig Disabled() => new() { Type = NovaReasoningType.Disabled };
}

/// <summary>Whether the model may or must call tools: a closed set, with <see cref="NovaUnknownToolChoice"/> for what this version does not know.</summary>
[JsonConverter(typeof(NovaToolChoiceConverter))]
public abstract partial class NovaToolChoice : BedrockObject
{
    private protected NovaToolChoice() { }

    /// <summary>The model decides: the default when there are tools.</summary>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Auto() => new NovaAutoToolChoice();

    /// <summary>The model must call one of the tools.</summary>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Any() => new NovaAnyToolChoice();

    /// <summary>The model must call this tool.</summary>
    /// <param name="name">The tool.</param>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Tool(string name) => new NovaNamedToolChoice { ToolName = new NovaToolName { Name = name } };
}

/// <summary>The model must call one of the tools.</summary>
public sealed partial class NovaAnyToolChoice : NovaToolChoice
{
    /// <summary>The setting.</summary>
    /// <value><c>{}</c>.</value>
    [JsonPropertyName("any")]
    public JsonElement Settings { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>The model decides: the default.</summary>
public sealed partial class NovaAutoToolChoice : NovaToolChoice
{
    /// <summary>The setting.</summary>
    /// <value><c>{}</c>.</value>
    [JsonPropertyName("auto")]
    public JsonElement Settings { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>The model must call this tool.</summary>
public sealed partial class NovaNamedToolChoice : NovaToolChoice
{
    /// <summary>The tool.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("tool"), JsonConverter(typeof(NovaObjectConverter<NovaToolName>))]
    public NovaToolName? ToolName { get; set; }
}

/// <summary>A choice of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class NovaUnknownToolChoice : NovaToolChoice, IRawVariant;

/// <summary>Reads and writes <see cref="NovaToolChoice"/> by the member that only one variant has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaToolChoiceConverter() : SingleKeyUnionConverter<NovaToolChoice>(
    NovaJsonContext.Default, static raw => new NovaUnknownToolChoice(raw),
    Case<NovaAutoToolChoice>("auto"),
    Case<NovaAnyToolChoice>("any"),
    Case<NovaNamedToolChoice>("tool"));

/// <summary>The name of a tool.</summary>
public sealed partial class NovaToolName : BedrockObject
{
    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;
}
