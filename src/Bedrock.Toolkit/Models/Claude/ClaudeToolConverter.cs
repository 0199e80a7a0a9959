using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeTool"/> by its <c>type</c>; without one it is a custom tool. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeToolConverter : TaggedUnionConverter<ClaudeTool>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeToolConverter()
        : base(ClaudeJsonContext.Default)
    {
        AddUntagged<ClaudeCustomTool>();
        Add<ClaudeCustomTool>("custom");
        AddPrefix<ClaudeComputerTool>("computer_");
        AddPrefix<ClaudeBashTool>("bash_");
        AddPrefix<ClaudeTextEditorTool>("text_editor_");
        AddPrefix<ClaudeMemoryTool>("memory_");
        AddPrefix<ClaudeToolSearchTool>("tool_search_tool_regex");
    }

    /// <inheritdoc/>
    protected override ClaudeTool CreateUnknown(JsonElement raw) => new ClaudeUnknownTool(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeTool value) => (value as ClaudeUnknownTool)?.Raw;
}
