namespace Bedrock.Toolkit.Models;

/// <summary>Files that outlive a conversation, kept by your program. Needs the beta <c>context-management-2025-06-27</c>. Not thread safe while it is changed.</summary>
public sealed class ClaudeMemoryTool : ClaudeTool
{
    /// <summary>The memory, in version <c>memory_20250818</c>.</summary>
    public ClaudeMemoryTool()
        : base("memory_20250818", "memory")
    {
    }
}
