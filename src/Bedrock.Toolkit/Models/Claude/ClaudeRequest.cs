using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the Claude Messages format: the conversation so far, and how to go on. Not thread safe while it is changed.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The vendor's members <c>model</c> and <c>stream</c> do not belong into a Bedrock body. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
/// </remarks>
public sealed class ClaudeRequest
{
    private const string DefaultVersion = "bedrock-2023-05-31";

    /// <summary>The version of the format.</summary>
    /// <value><c>bedrock-2023-05-31</c>, the only documented one and the default.</value>
    [JsonPropertyName("anthropic_version")]
    [AllowNull]
    public string AnthropicVersion
    {
        get;
        set => field = value ?? DefaultVersion;
    }
    = DefaultVersion;

    /// <summary>Beta features to switch on.</summary>
    /// <value>Such as <c>context-management-2025-06-27</c>; omitted when null.</value>
    [JsonPropertyName("anthropic_beta")]
    [JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? AnthropicBeta { get; set; }

    /// <summary>The most tokens that the answer may have, thinking included.</summary>
    /// <value>1 to the model's own limit; above 21,333 with extended thinking the call must stream.</value>
    [JsonPropertyName("max_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public required int MaxTokens { get; set; }

    /// <summary>The system prompt.</summary>
    /// <value>A string, or text blocks; Claude 2.1 and later; omitted when null.</value>
    [JsonPropertyName("system")]
    public ClaudeSystem? System { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message, beginning with the user.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeMessage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<ClaudeMessage> Messages { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; 1 by default. Not with thinking. Sonnet 4.5 and Haiku 4.5 take this or <see cref="TopP"/>. The newest models may refuse it (unconfirmed). Omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 0.999 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>0 to 500; off by default; omitted when null.</value>
    [JsonPropertyName("top_k")]
    [JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 8,191; omitted when null.</value>
    [JsonPropertyName("stop_sequences")]
    [JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeTool>))]
    public IList<ClaudeTool>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not call tools.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("tool_choice")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeToolChoice>))]
    public ClaudeToolChoice? ToolChoice { get; set; }

    /// <summary>Whether and how the model reasons before it answers.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("thinking")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeThinking>))]
    public ClaudeThinking? Thinking { get; set; }

    /// <summary>How much work goes into the answer, and what form it has.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_config")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputConfig>))]
    public ClaudeOutputConfig? OutputConfig { get; set; }

    /// <summary>What the service takes out of a long conversation.</summary>
    /// <value>Needs a beta; omitted when null.</value>
    [JsonPropertyName("context_management")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagement>))]
    public ClaudeContextManagement? ContextManagement { get; set; }

    /// <summary>An automatic cache point behind the last block; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>Who the request is for; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metadata")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeRequestMetadata>))]
    public ClaudeRequestMetadata? Metadata { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(ClaudeObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have.</param>
    /// <returns>The request.</returns>
    public static ClaudeRequest For(string prompt, int maxTokens = 1024)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ClaudeRequest { MaxTokens = maxTokens, Messages = [ClaudeMessage.User(prompt)] };
    }

    /// <summary>A copy that can be changed without changing this request. Bytes, citations and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public ClaudeRequest Clone()
    {
        var copy = (ClaudeRequest)MemberwiseClone();
        copy.AnthropicBeta = AnthropicBeta.Copy();
        copy.System = System?.Clone();
        copy.Messages = Messages.Copy(message => message.Clone())!;
        copy.StopSequences = StopSequences.Copy();
        copy.Tools = Tools.Copy(tool => tool.Clone());
        copy.ToolChoice = ToolChoice?.Clone();
        copy.Thinking = Thinking?.Clone();
        copy.OutputConfig = OutputConfig?.Clone();
        copy.ContextManagement = ContextManagement?.Clone();
        copy.CacheControl = CacheControl?.Clone();
        copy.Metadata = Metadata?.Clone();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
