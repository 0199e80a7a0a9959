namespace Bedrock.Toolkit.Models;

/// <summary>A request for the Command R models: the user's turn, and what went before.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html</remarks>
public sealed partial class CommandRRequest : BedrockObject
{
    /// <summary>What the user says now.</summary>
    /// <value>Not blank, unless tool results are given.</value>
    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Message { get; set; }

    /// <summary>The turns before.</summary>
    /// <value>Oldest first; omitted when null.</value>
    [JsonPropertyName("chat_history"), JsonConverter(typeof(CommandRListConverter<CommandRTurn>))]
    public IList<CommandRTurn>? ChatHistory { get; set; }

    /// <summary>What the answer can cite.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(CommandRListConverter<CommandRDocument>))]
    public IList<CommandRDocument>? Documents { get; set; }

    /// <summary>Whether the model only says what it would search for.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("search_queries_only")]
    public bool? SearchQueriesOnly { get; set; }

    /// <summary>The system prompt.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("preamble")]
    public string? Preamble { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>Up to 4,000; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 to 1; 0.3 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>0.01 to 0.99; 0.75 by default; omitted when null.</value>
    [JsonPropertyName("p")]
    public double? P { get; set; }

    /// <summary>From how many of the likeliest words the next one is drawn.</summary>
    /// <value>0 to 500; 0, which switches it off, by default; omitted when null.</value>
    [JsonPropertyName("k")]
    public double? K { get; set; }

    /// <summary>What happens when the prompt is too long.</summary>
    /// <value><c>OFF</c> by default; omitted when null.</value>
    [JsonPropertyName("prompt_truncation")]
    public CommandRPromptTruncation? PromptTruncation { get; set; }

    /// <summary>How strongly words are avoided by how often they came up.</summary>
    /// <value>0 to 1; 0 by default; omitted when null.</value>
    [JsonPropertyName("frequency_penalty")]
    public double? FrequencyPenalty { get; set; }

    /// <summary>How strongly words that came up are avoided.</summary>
    /// <value>0 to 1; 0 by default; omitted when null.</value>
    [JsonPropertyName("presence_penalty")]
    public double? PresencePenalty { get; set; }

    /// <summary>Makes answers repeatable.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("seed"), JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }

    /// <summary>Whether the answer tells the whole prompt.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("return_prompt")]
    public bool? ReturnPrompt { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(CommandRListConverter<CommandRTool>))]
    public IList<CommandRTool>? Tools { get; set; }

    /// <summary>What the tools of the turn before gave.</summary>
    /// <value>Needs <see cref="Tools"/>; omitted when null.</value>
    [JsonPropertyName("tool_results"), JsonConverter(typeof(CommandRListConverter<CommandRToolResult>))]
    public IList<CommandRToolResult>? ToolResults { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_sequences"), JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>Whether the message is the whole prompt, special tokens included.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("raw_prompting")]
    public bool? RawPrompting { get; set; }

    /// <summary>Whether the model calls tools once only; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("force_single_step")]
    public bool? ForceSingleStep { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(CommandRObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="message">The question.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static CommandRRequest For(string message, int? maxTokens = null) => new() { Message = message, MaxTokens = maxTokens };
}

/// <summary>What a tool gave.</summary>
public sealed partial class CommandRToolResult : BedrockObject
{
    /// <summary>The call.</summary>
    /// <value>As it came in the answer; null only in what was read.</value>
    [JsonPropertyName("call"), JsonConverter(typeof(CommandRObjectConverter<CommandRToolCall>))]
    public CommandRToolCall? Call { get; set; }

    /// <summary>What the tool gave.</summary>
    /// <value>JSON objects; never null.</value>
    [JsonPropertyName("outputs"), JsonConverter(typeof(CommandRListConverter<JsonElement>)), AllowNull]
    public IList<JsonElement> Outputs { get; set => field = value ?? []; } = [];
}

/// <summary>A tool of your own: the model asks, your program runs it.</summary>
public sealed partial class CommandRTool : BedrockObject
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Its parameters, by name.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("parameter_definitions")]
    public IDictionary<string, CommandRParameter>? ParameterDefinitions { get; set; }
}

/// <summary>A parameter of a tool.</summary>
public sealed partial class CommandRParameter : BedrockObject
{
    /// <summary>What it means.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Its type.</summary>
    /// <value>A Python name such as <c>str</c>, <c>int</c> or <c>list[str]</c>; null only in what was read.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the model must give it.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("required")]
    public bool? Required { get; set; }
}
