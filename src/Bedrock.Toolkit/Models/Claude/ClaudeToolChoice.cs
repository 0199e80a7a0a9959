using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the model must, may or must not call tools. Not thread safe while it is changed.</summary>
public sealed class ClaudeToolChoice
{
    /// <summary>The kind of choice.</summary>
    /// <value><c>auto</c>, <c>any</c>, <c>tool</c> or <c>none</c>; with thinking only <c>auto</c> and <c>none</c>.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Type { get; set; }

    /// <summary>The tool that must be called.</summary>
    /// <value>For the kind <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether the model calls at most one tool in a turn.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("disable_parallel_tool_use")]
    public bool? DisableParallelToolUse { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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

    internal ClaudeToolChoice Clone()
    {
        var copy = (ClaudeToolChoice)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
