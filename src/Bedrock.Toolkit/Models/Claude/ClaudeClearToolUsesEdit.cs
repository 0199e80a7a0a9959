using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Takes out old tool results. Needs the beta <c>context-management-2025-06-27</c>. Not thread safe while it is changed.</summary>
public sealed class ClaudeClearToolUsesEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>clear_tool_uses_20250919</c>.</summary>
    public ClaudeClearToolUsesEdit()
        : base("clear_tool_uses_20250919")
    {
    }

    /// <summary>When it starts.</summary>
    /// <value>Input tokens or tool uses; 100,000 input tokens by default; omitted when null.</value>
    [JsonPropertyName("trigger")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Trigger { get; set; }

    /// <summary>How much of the newest stays.</summary>
    /// <value>Tool uses; 3 by default; omitted when null.</value>
    [JsonPropertyName("keep")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Keep { get; set; }

    /// <summary>How much must go at least, so that the lost cache pays.</summary>
    /// <value>Input tokens; omitted when null.</value>
    [JsonPropertyName("clear_at_least")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? ClearAtLeast { get; set; }

    /// <summary>Tools whose results stay.</summary>
    /// <value>Names of tools; omitted when null.</value>
    [JsonPropertyName("exclude_tools")]
    [JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? ExcludeTools { get; set; }

    /// <summary>Whether the inputs of the calls go too.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("clear_tool_inputs")]
    public bool? ClearToolInputs { get; set; }

    private protected override void Detach()
    {
        Trigger = Trigger?.Clone();
        Keep = Keep?.Clone();
        ClearAtLeast = ClearAtLeast?.Clone();
        ExcludeTools = ExcludeTools.Copy();
    }
}
