using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the Chat Completions format: the conversation so far, and how to go on.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The ranges are the vendor's; a model on Bedrock can be stricter. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html. Members that only OpenAI's own service documents
/// (<c>metadata</c>, <c>store</c>, <c>modalities</c>, <c>audio</c>, <c>prediction</c>) go through <see cref="BedrockObject.AdditionalProperties"/>.
/// </remarks>
public sealed partial class ChatCompletionRequest : BedrockObject
{
    /// <summary>The model, which Bedrock takes from the call.</summary>
    /// <value>When set, the same id as that of the call; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<ChatCompletionMessage> Messages { get; set; }

    /// <summary>Whether the answer is streamed, which Bedrock takes from the operation.</summary>
    /// <value>When set, false for a call and true for a stream; omitted when null.</value>
    [JsonPropertyName("stream")]
    public bool? Stream { get; set; }

    /// <summary>What a stream tells beside the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stream_options"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionStreamOptions>))]
    public ChatCompletionStreamOptions? StreamOptions { get; set; }

    /// <summary>The most tokens that the answer may have, reasoning included: the name on the page of gpt-oss.</summary>
    /// <value>1 to the model's own limit; by model; not together with <see cref="MaxTokens"/>; omitted when null.</value>
    [JsonPropertyName("max_completion_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxCompletionTokens { get; set; }

    /// <summary>The most tokens that the answer may have, reasoning included: the name on every model's card.</summary>
    /// <value>1 to the model's own limit; by model, 16 at Palmyra; not together with <see cref="MaxCompletionTokens"/>; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>The fewest tokens that the answer must have; Palmyra only.</summary>
    /// <value>0 to <see cref="MaxTokens"/>; 0 by default; omitted when null.</value>
    [JsonPropertyName("min_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MinTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 2; 1 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>A string, or up to 4; omitted when null.</value>
    [JsonPropertyName("stop")]
    public BedrockStop? Stop { get; set; }

    /// <summary>How many answers are given.</summary>
    /// <value>1 to 128; 1 by default; the limit on Bedrock is unconfirmed; omitted when null.</value>
    [JsonPropertyName("n"), JsonConverter(typeof(CountConverter))]
    public int? N { get; set; }

    /// <summary>How much words are avoided that have come up at all.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("presence_penalty")]
    public double? PresencePenalty { get; set; }

    /// <summary>How much words are avoided the more often they have come up.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("frequency_penalty")]
    public double? FrequencyPenalty { get; set; }

    /// <summary>How much single tokens are favoured or avoided.</summary>
    /// <value>By the token's number as text: -100 to 100; omitted when null.</value>
    [JsonPropertyName("logit_bias"), JsonConverter(typeof(ChatCompletionLogitBiasConverter))]
    public IDictionary<string, double>? LogitBias { get; set; }

    /// <summary>Whether the answer tells how likely its tokens were.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public bool? Logprobs { get; set; }

    /// <summary>For how many tokens at each place.</summary>
    /// <value>0 to 20; only with <see cref="Logprobs"/>; omitted when null.</value>
    [JsonPropertyName("top_logprobs"), JsonConverter(typeof(CountConverter))]
    public int? TopLogprobs { get; set; }

    /// <summary>A number by which the model chooses its words repeatably, as far as it can.</summary>
    /// <value>Any whole number; omitted when null.</value>
    [JsonPropertyName("seed"), JsonConverter(typeof(LongCountConverter))]
    public long? Seed { get; set; }

    /// <summary>Who the request is for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("user")]
    public string? User { get; set; }

    /// <summary>Who the request is for, for the vendor's safety checks.</summary>
    /// <value>A hash; omitted when null.</value>
    [JsonPropertyName("safety_identifier")]
    public string? SafetyIdentifier { get; set; }

    /// <summary>What requests with the same beginning have in common, for the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_cache_key")]
    public string? PromptCacheKey { get; set; }

    /// <summary>How much the model reasons.</summary>
    /// <value><c>low</c>, <c>medium</c> (the default) or <c>high</c> at gpt-oss; at other models unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_effort")]
    public ChatCompletionReasoningEffort? ReasoningEffort { get; set; }

    /// <summary>How much the model reasons, in the nested form of GPT-5 and later and of Kimi K3.</summary>
    /// <value>Not at gpt-oss; omitted when null.</value>
    [JsonPropertyName("reasoning"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionReasoning>))]
    public ChatCompletionReasoning? Reasoning { get; set; }

    /// <summary>How much the model reasons, in the form of Qwen3 and DeepSeek V3.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>; Converse takes it as an additional field, on InvokeModel it is unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_config")]
    public ChatCompletionReasoningEffort? ReasoningConfig { get; set; }

    /// <summary>How long the answer is to be; GPT-5 and later.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>; omitted when null.</value>
    [JsonPropertyName("verbosity")]
    public ChatCompletionVerbosity? Verbosity { get; set; }

    /// <summary>The tools that the model may ask for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTool>))]
    public IList<ChatCompletionTool>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not ask for tools.</summary>
    /// <value><c>auto</c> by default when there are tools; omitted when null.</value>
    [JsonPropertyName("tool_choice")]
    public ChatCompletionToolChoice? ToolChoice { get; set; }

    /// <summary>Whether the model may ask for several tools at once.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("parallel_tool_calls")]
    public bool? ParallelToolCalls { get; set; }

    /// <summary>The form that the answer must have.</summary>
    /// <value>Any text by default; omitted when null.</value>
    [JsonPropertyName("response_format"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseFormat>))]
    public ChatCompletionResponseFormat? ResponseFormat { get; set; }

    /// <summary>The form that the answer must have; imported models only.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("structured_outputs"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionStructuredOutputs>))]
    public ChatCompletionStructuredOutputs? StructuredOutputs { get; set; }

    /// <summary>The service tier in the vendor's form; Bedrock takes it from a header: <see cref="InvokeOptions.ServiceTier"/>.</summary>
    /// <value><c>auto</c>, <c>default</c>, <c>flex</c> or <c>priority</c>; omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ChatCompletionObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have, reasoning included.</param>
    /// <returns>The request.</returns>
    public static ChatCompletionRequest For(string prompt, int maxTokens = 1024)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ChatCompletionRequest { Messages = [ChatCompletionMessage.User(prompt)], MaxTokens = maxTokens };
    }
}

/// <summary>What a stream tells beside the answer.</summary>
public sealed partial class ChatCompletionStreamOptions : BedrockObject
{
    /// <summary>Whether the token counts come with the stream.</summary>
    /// <value>Bedrock adds its own metrics in any case; omitted when null.</value>
    [JsonPropertyName("include_usage")]
    public bool? IncludeUsage { get; set; }
}

/// <summary>How much the model reasons: the nested form, for GPT-5 and later and for Kimi K3.</summary>
/// <remarks>Taken by Converse as an additional field (seen in a public client); on InvokeModel unconfirmed.</remarks>
public sealed partial class ChatCompletionReasoning : BedrockObject
{
    /// <summary>The effort.</summary>
    /// <value><c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>xhigh</c> or <c>max</c>; omitted when null.</value>
    [JsonPropertyName("effort")]
    public ChatCompletionReasoningEffort? Effort { get; set; }
}

/// <summary>The form that the answer of an imported model must have: exactly one of the members.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed partial class ChatCompletionStructuredOutputs : BedrockObject
{
    /// <summary>A JSON schema that the answer follows.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("json")]
    public JsonElement? Json { get; set; }

    /// <summary>A regular expression that the answer matches.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("regex")]
    public string? Regex { get; set; }

    /// <summary>The texts of which the answer is one.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("choice"), JsonConverter(typeof(ChatCompletionListConverter<string>))]
    public IList<string>? Choice { get; set; }

    /// <summary>A grammar that the answer follows.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("grammar")]
    public string? Grammar { get; set; }
}

/// <summary>Reads and writes numbers by token.</summary>
/// <remarks>Why not the built-in support: it pushes a frame on the serializer's heap-allocated stack and boxes an enumerator.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionLogitBiasConverter : JsonConverter<IDictionary<string, double>>
{
    /// <inheritdoc/>
    public override IDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object was expected, but the JSON has {reader.TokenType}.");
        }

        var biases = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string token = reader.GetString()!;
            reader.Read();
            biases[token] = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double bias)
                ? bias
                : throw new JsonException($"A number was expected for every token, but the JSON has {reader.TokenType}.");
        }

        return biases;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IDictionary<string, double> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        if (value is Dictionary<string, double> plain)
        {
            foreach ((string token, double bias) in plain)
            {
                writer.WriteNumber(token, bias);
            }
        }
        else
        {
            foreach ((string token, double bias) in value)
            {
                writer.WriteNumber(token, bias);
            }
        }

        writer.WriteEndObject();
    }
}

/// <summary>A tool that the model may ask for.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed partial class ChatCompletionTool : BedrockObject
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>, the only documented one and the default.</value>
    [JsonPropertyName("type"), AllowNull]
    public string Type { get; set => field = value ?? "function"; } = "function";

    /// <summary>The function.</summary>
    /// <value>For the kind <c>function</c>; omitted when null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunction>))]
    public ChatCompletionFunction? Function { get; set; }

    /// <summary>A function as a tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments, an object; null for no arguments.</param>
    /// <param name="strict">Whether the arguments always follow the schema; null for the default.</param>
    /// <returns>The tool.</returns>
    public static ChatCompletionTool ForFunction(string name, string? description = null, JsonElement? parameters = null, bool? strict = null) =>
        new() { Function = new ChatCompletionFunction { Name = name, Description = description, Parameters = parameters, Strict = strict } };

    /// <summary>A tool whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static ChatCompletionTool Create<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) =>
        ForFunction(name, description, JsonSchemas.Of(inputTypeInfo));

    /// <summary>A tool whose input is a type found by reflection.</summary>
    /// <typeparam name="T">The input. <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static ChatCompletionTool Create<T>(string name, string? description) => Create(name, description, ReflectionJson.TypeInfo<T>());
}

/// <summary>A function of your own that the model may ask for.</summary>
public sealed partial class ChatCompletionFunction : BedrockObject
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the function does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The JSON schema of the arguments.</summary>
    /// <value>A schema of type object; omitted when null, for a function without arguments.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }

    /// <summary>Whether the arguments always follow the schema.</summary>
    /// <value>False by default; then every object in the schema has <c>additionalProperties: false</c>; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }
}
