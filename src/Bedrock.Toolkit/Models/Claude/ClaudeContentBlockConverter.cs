using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeContentBlock"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentBlockConverter : TaggedUnionConverter<ClaudeContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeContentBlockConverter()
        : base(ClaudeJsonContext.Default)
    {
        Add<ClaudeTextBlock>("text");
        Add<ClaudeToolUseBlock>("tool_use");
        Add<ClaudeToolResultBlock>("tool_result");
        Add<ClaudeImageBlock>("image");
        Add<ClaudeDocumentBlock>("document");
        Add<ClaudeThinkingBlock>("thinking");
        Add<ClaudeRedactedThinkingBlock>("redacted_thinking");
        Add<ClaudeSearchResultBlock>("search_result");
        Add<ClaudeServerToolUseBlock>("server_tool_use");
        Add<ClaudeToolSearchResultBlock>("tool_search_tool_result");
        Add<ClaudeToolReferenceBlock>("tool_reference");
        Add<ClaudeCompactionBlock>("compaction");
    }

    /// <inheritdoc/>
    protected override ClaudeContentBlock CreateUnknown(JsonElement raw) => new ClaudeUnknownBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeContentBlock value) => (value as ClaudeUnknownBlock)?.Raw;
}
