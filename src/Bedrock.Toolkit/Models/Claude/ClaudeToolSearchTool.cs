namespace Bedrock.Toolkit.Models;

/// <summary>The service's search, by regular expression, for tools with deferred loading. Not thread safe while it is changed.</summary>
/// <remarks>Needs the beta <c>tool-search-tool-2025-10-19</c>. The vendor writes <c>tool_search_tool_regex_20251119</c>: set <see cref="ClaudeTool.Type"/> for that.</remarks>
public sealed class ClaudeToolSearchTool : ClaudeTool
{
    /// <summary>The search, with the type that AWS documents.</summary>
    public ClaudeToolSearchTool()
        : base("tool_search_tool_regex", "tool_search_tool_regex")
    {
    }
}
