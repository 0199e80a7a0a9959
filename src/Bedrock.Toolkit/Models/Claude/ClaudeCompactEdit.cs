using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Puts a summary in the place of the conversation so far. Needs the beta <c>compact-2026-01-12</c>. Not thread safe while it is changed.</summary>
/// <remarks>
/// The card of Opus 5.5 names the beta <c>compact-2026-09-04</c>; the matching type is unconfirmed, set <see cref="ClaudeContextEdit.Type"/> for
/// it. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html
/// </remarks>
public sealed class ClaudeCompactEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>compact_20260112</c>.</summary>
    public ClaudeCompactEdit()
        : base("compact_20260112")
    {
    }

    /// <summary>When it starts.</summary>
    /// <value>Input tokens, at least 50,000; 150,000 by default; omitted when null.</value>
    [JsonPropertyName("trigger")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Trigger { get; set; }

    /// <summary>Whether the answer ends after the summary, with the stop reason <c>compaction</c>.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("pause_after_compaction")]
    public bool? PauseAfterCompaction { get; set; }

    /// <summary>What the summary should keep.</summary>
    /// <value>Takes the place of the service's own instructions; omitted when null.</value>
    [JsonPropertyName("instructions")]
    public string? Instructions { get; set; }

    private protected override void Detach() => Trigger = Trigger?.Clone();
}
