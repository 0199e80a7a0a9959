using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>A tool of Converse among the tools of the options. Immutable.</summary>
internal sealed class BedrockTool(Tool tool) : AITool
{
    public override string Name => tool switch
    {
        SpecifiedTool { ToolSpec.Name: var name } => name,
        BuiltInTool { SystemTool.Name: var name } => name,
        _ => base.Name,
    };

    public override string Description => (tool as SpecifiedTool)?.ToolSpec?.Description ?? base.Description;

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(tool) ? tool : base.GetService(serviceType, serviceKey);
    }
}
