using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeContextEdit"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContextEditConverter : TaggedUnionConverter<ClaudeContextEdit>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeContextEditConverter()
        : base(ClaudeJsonContext.Default)
    {
        AddPrefix<ClaudeClearToolUsesEdit>("clear_tool_uses_");
        AddPrefix<ClaudeClearThinkingEdit>("clear_thinking_");
        AddPrefix<ClaudeCompactEdit>("compact_");
    }

    /// <inheritdoc/>
    protected override ClaudeContextEdit CreateUnknown(JsonElement raw) => new ClaudeUnknownContextEdit(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeContextEdit value) => (value as ClaudeUnknownContextEdit)?.Raw;
}
