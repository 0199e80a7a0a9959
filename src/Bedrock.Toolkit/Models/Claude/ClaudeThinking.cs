using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether and how the model reasons before it answers. Not thread safe while it is changed.</summary>
/// <remarks>
/// Left out, Sonnet 5, Opus 5, Sonnet 5.5, Opus 5.5, Haiku 5.5 and Fable think, earlier models do not. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
/// </remarks>
public sealed class ClaudeThinking
{
    /// <summary>The kind of thinking.</summary>
    /// <value><c>enabled</c>, <c>adaptive</c> or <c>disabled</c>.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Type { get; set; }

    /// <summary>The most tokens that the reasoning may take.</summary>
    /// <value>For the kind <c>enabled</c>: at least 1,024 and below the request's <c>max_tokens</c>, except with interleaved thinking; omitted when null.</value>
    [JsonPropertyName("budget_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? BudgetTokens { get; set; }

    /// <summary>How the reasoning is shown.</summary>
    /// <value>For the kind <c>adaptive</c>; omitted when null.</value>
    [JsonPropertyName("display")]
    public ClaudeThinkingDisplay? Display { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none; <c>effort</c> does not belong here but into <see cref="ClaudeOutputConfig"/>.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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

    internal ClaudeThinking Clone()
    {
        var copy = (ClaudeThinking)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
