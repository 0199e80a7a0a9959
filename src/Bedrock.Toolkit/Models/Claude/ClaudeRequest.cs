namespace Bedrock.Toolkit.Models;

/// <summary>A request in the Claude Messages format: the conversation so far, and how to go on.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The vendor's members <c>model</c> and <c>stream</c> do not belong into a Bedrock body. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
/// </remarks>
public sealed partial class ClaudeRequest : BedrockObject
{
    private const string DefaultVersion = "bedrock-2023-05-31";

    /// <summary>The version of the format.</summary>
    /// <value><c>bedrock-2023-05-31</c>, the only documented one and the default.</value>
    [JsonPropertyName("anthropic_version"), AllowNull]
    public string AnthropicVersion { get; set => field = value ?? DefaultVersion; } = DefaultVersion;

    /// <summary>Beta features to switch on.</summary>
    /// <value>Such as <c>context-management-2025-06-27</c>; omitted when null.</value>
    [JsonPropertyName("anthropic_beta"), JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? AnthropicBeta { get; set; }

    /// <summary>The most tokens that the answer may have, thinking included.</summary>
    /// <value>1 to the model's own limit; above 21,333 with extended thinking the call must stream.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public required int MaxTokens { get; set; }

    /// <summary>The system prompt.</summary>
    /// <value>A string, or text blocks; Claude 2.1 and later; omitted when null.</value>
    [JsonPropertyName("system")]
    public ClaudeSystem? System { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(ClaudeListConverter<ClaudeMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<ClaudeMessage> Messages { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; 1 by default. Not with thinking. Sonnet 4.5 and Haiku 4.5 take this or <see cref="TopP"/>. The newest models may refuse it
    /// (unconfirmed). Omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 0.999 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>0 to 500; off by default; omitted when null.</value>
    [JsonPropertyName("top_k"), JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 8,191; omitted when null.</value>
    [JsonPropertyName("stop_sequences"), JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(ClaudeListConverter<ClaudeToolDefinition>))]
    public IList<ClaudeToolDefinition>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not call tools.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("tool_choice"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeToolChoice>))]
    public ClaudeToolChoice? ToolChoice { get; set; }

    /// <summary>Whether and how the model reasons before it answers.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("thinking"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeThinking>))]
    public ClaudeThinking? Thinking { get; set; }

    /// <summary>How much work goes into the answer, and what form it has.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_config"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputConfig>))]
    public ClaudeOutputConfig? OutputConfig { get; set; }

    /// <summary>What the service takes out of a long conversation.</summary>
    /// <value>Needs a beta; omitted when null.</value>
    [JsonPropertyName("context_management"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagement>))]
    public ClaudeContextManagement? ContextManagement { get; set; }

    /// <summary>An automatic cache point behind the last block; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>Who the request is for; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metadata"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeRequestMetadata>))]
    public ClaudeRequestMetadata? Metadata { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ClaudeObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have.</param>
    /// <returns>The request.</returns>
    public static ClaudeRequest For(string prompt, int maxTokens = 1024)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ClaudeRequest { MaxTokens = maxTokens, Messages = [ClaudeMessage.User(prompt)] };
    }
}

/// <summary>Who a request is for. Documented by the vendor, unconfirmed on Bedrock.</summary>
public sealed partial class ClaudeRequestMetadata : BedrockObject
{
    /// <summary>An opaque id of the end user.</summary>
    /// <value>No name, mail address or other personal data; omitted when null.</value>
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }
}

/// <summary>What the service takes out of a long conversation before the model reads it. Needs a beta.</summary>
public sealed partial class ClaudeContextManagement : BedrockObject
{
    /// <summary>The edits, in the order in which they are tried.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("edits"), JsonConverter(typeof(ClaudeListConverter<ClaudeContextEdit>)), AllowNull]
    public IList<ClaudeContextEdit> Edits { get; set => field = value ?? []; } = [];
}

/// <summary>Whether and how the model reasons before it answers.</summary>
/// <remarks>
/// Left out, Sonnet 5, Opus 5, Sonnet 5.5, Opus 5.5, Haiku 5.5 and Fable think, earlier models do not. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
/// </remarks>
public sealed partial class ClaudeThinking : BedrockObject
{
    /// <summary>The kind of thinking.</summary>
    /// <value><c>enabled</c>, <c>adaptive</c> or <c>disabled</c>.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Type { get; set; }

    /// <summary>The most tokens that the reasoning may take.</summary>
    /// <value>For the kind <c>enabled</c>: at least 1,024 and below the request's <c>max_tokens</c>, except with interleaved thinking; omitted when
    /// null.</value>
    [JsonPropertyName("budget_tokens"), JsonConverter(typeof(CountConverter))]
    public int? BudgetTokens { get; set; }

    /// <summary>How the reasoning is shown.</summary>
    /// <value>For the kind <c>adaptive</c>; omitted when null.</value>
    [JsonPropertyName("display")]
    public ClaudeThinkingDisplay? Display { get; set; }

    /// <summary>Thinking with a budget: 3.7, 4 and the 4.5 family; deprecated on 4.6. On Opus 4.1 unconfirmed.</summary>
    /// <param name="budgetTokens">The most tokens that the reasoning may take, at least 1,024.</param>
    /// <returns>The setting.</returns>
    public static ClaudeThinking Enabled(int budgetTokens) => new() { Type = "enabled", BudgetTokens = budgetTokens };

    /// <summary>The model decides how much it thinks: Opus 4.6, Sonnet 4.6 and later.</summary>
    /// <param name="display">How the reasoning is shown; null for the model's default.</param>
    /// <returns>The setting.</returns>
    public static ClaudeThinking Adaptive(ClaudeThinkingDisplay? display = null) => new() { Type = "adaptive", Display = display };

    /// <summary>No thinking; refused by the Fable models, and Opus 5.5 always thinks.</summary>
    /// <returns>The setting.</returns>
    public static ClaudeThinking Disabled() => new() { Type = "disabled" };
}

/// <summary>Whether the model must, may or must not call tools.</summary>
public sealed partial class ClaudeToolChoice : BedrockObject
{
    /// <summary>The kind of choice.</summary>
    /// <value><c>auto</c>, <c>any</c>, <c>tool</c> or <c>none</c>; with thinking only <c>auto</c> and <c>none</c>.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Type { get; set; }

    /// <summary>The tool that must be called.</summary>
    /// <value>For the kind <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether the model calls at most one tool in a turn.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("disable_parallel_tool_use")]
    public bool? DisableParallelToolUse { get; set; }

    /// <summary>The model decides: the default when there are tools.</summary>
    /// <param name="disableParallelToolUse">Whether at most one tool is called; null for the default.</param>
    /// <returns>The choice.</returns>
    public static ClaudeToolChoice Auto(bool? disableParallelToolUse = null) => new() { Type = "auto", DisableParallelToolUse = disableParallelToolUse };

    /// <summary>The model must call one of the tools.</summary>
    /// <param name="disableParallelToolUse">Whether exactly one tool is called; null for the default.</param>
    /// <returns>The choice.</returns>
    public static ClaudeToolChoice Any(bool? disableParallelToolUse = null) => new() { Type = "any", DisableParallelToolUse = disableParallelToolUse };

    /// <summary>The model must call this tool.</summary>
    /// <param name="name">The tool.</param>
    /// <param name="disableParallelToolUse">Whether exactly one tool is called; null for the default.</param>
    /// <returns>The choice.</returns>
    public static ClaudeToolChoice Tool(string name, bool? disableParallelToolUse = null) =>
        new() { Type = "tool", Name = name, DisableParallelToolUse = disableParallelToolUse };

    /// <summary>The model must not call tools.</summary>
    /// <returns>The choice.</returns>
    public static ClaudeToolChoice None() => new() { Type = "none" };
}

/// <summary>A cache point: what stands before it, and the block itself, is kept for later requests with the same beginning.</summary>
/// <remarks>
/// At most 4 in a request, counted in the order tools, system, messages; a longer life must come before a shorter one. The smallest prefix that
/// is cached is 512 to 4,096 tokens, by model. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
/// </remarks>
public sealed partial class ClaudeCacheControl : BedrockObject
{
    /// <summary>A cache point with the default life of five minutes.</summary>
    public ClaudeCacheControl() { }

    /// <summary>A cache point.</summary>
    /// <param name="ttl">How long the prefix lives.</param>
    public ClaudeCacheControl(ClaudeCacheTtl ttl) => Ttl = ttl;

    /// <summary>The kind of cache.</summary>
    /// <value><c>ephemeral</c>, the only documented one and the default.</value>
    [JsonPropertyName("type"), AllowNull]
    public string Type { get; set => field = value ?? "ephemeral"; } = "ephemeral";

    /// <summary>How long the prefix lives after its last use.</summary>
    /// <value>Five minutes when null; omitted when null.</value>
    [JsonPropertyName("ttl")]
    public ClaudeCacheTtl? Ttl { get; set; }
}
