namespace Bedrock.Toolkit.Models;

/// <summary>A shell that your program provides. Needs a computer-use beta. Not thread safe while it is changed.</summary>
public sealed class ClaudeBashTool : ClaudeTool
{
    /// <summary>The shell, in version <c>bash_20250124</c>.</summary>
    public ClaudeBashTool()
        : base("bash_20250124", "bash")
    {
    }
}
