using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request for the Command R models: the user's turn, and what went before. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html</remarks>
public sealed class CommandRRequest
{
    /// <summary>What the user says now.</summary>
    /// <value>Not blank, unless tool results are given.</value>
    [JsonPropertyName("message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Message { get; set; }

    /// <summary>The turns before.</summary>
    /// <value>Oldest first; omitted when null.</value>
    [JsonPropertyName("chat_history")]
    [JsonConverter(typeof(CommandRListConverter<CommandRTurn>))]
    public IList<CommandRTurn>? ChatHistory { get; set; }

    /// <summary>What the answer can cite.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(CommandRListConverter<CommandRDocument>))]
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
    [JsonPropertyName("max_tokens")]
    [JsonConverter(typeof(CountConverter))]
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
    [JsonPropertyName("seed")]
    [JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }

    /// <summary>Whether the answer tells the whole prompt.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("return_prompt")]
    public bool? ReturnPrompt { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(CommandRListConverter<CommandRTool>))]
    public IList<CommandRTool>? Tools { get; set; }

    /// <summary>What the tools of the turn before gave.</summary>
    /// <value>Needs <see cref="Tools"/>; omitted when null.</value>
    [JsonPropertyName("tool_results")]
    [JsonConverter(typeof(CommandRListConverter<CommandRToolResult>))]
    public IList<CommandRToolResult>? ToolResults { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_sequences")]
    [JsonConverter(typeof(CommandRListConverter<string>))]
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
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(CommandRObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="message">The question.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static CommandRRequest For(string message, int? maxTokens = null) => new() { Message = message, MaxTokens = maxTokens };

    /// <summary>A copy that can be changed without changing this object. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public CommandRRequest Clone()
    {
        var copy = (CommandRRequest)MemberwiseClone();
        copy.ChatHistory = ChatHistory.Copy(item => item.Clone());
        copy.Documents = Documents.Copy(item => item.Clone());
        copy.Tools = Tools.Copy(item => item.Clone());
        copy.ToolResults = ToolResults.Copy(item => item.Clone());
        copy.StopSequences = StopSequences.Copy();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
