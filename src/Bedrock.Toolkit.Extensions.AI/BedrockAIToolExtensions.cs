using System.ComponentModel;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Tools of Converse for Microsoft.Extensions.AI. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockAIToolExtensions
{
    /// <summary>A tool of Converse for <c>ChatOptions.Tools</c>, sent as it is: a built-in tool such as <c>nova_grounding</c>, a cache point, a
    /// tool of a later version.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>The tool for the options.</returns>
    public static AITool AsAITool(this Tool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return new BedrockTool(tool);
    }
}
