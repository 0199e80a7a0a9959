using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Takes out old thinking blocks. Needs the beta <c>context-management-2025-06-27</c>. Not thread safe while it is changed.</summary>
public sealed class ClaudeClearThinkingEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>clear_thinking_20251015</c>.</summary>
    public ClaudeClearThinkingEdit()
        : base("clear_thinking_20251015")
    {
    }

    /// <summary>How much of the newest stays.</summary>
    /// <value>Thinking turns, or all; 1 turn by default; omitted when null.</value>
    [JsonPropertyName("keep")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Keep { get; set; }

    private protected override void Detach() => Keep = Keep?.Clone();
}
