using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool of your own: the model asks, your program runs it. Not thread safe while it is changed.</summary>
public sealed class SpecifiedTool : Tool
{
    /// <summary>One without content.</summary>
    public SpecifiedTool()
    {
    }

    /// <summary>A tool of your own: the model asks, your program runs it.</summary>
    /// <param name="toolSpec">The tool.</param>
    public SpecifiedTool(ToolSpecification toolSpec) => ToolSpec = toolSpec;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolSpec")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolSpecification>))]
    public ToolSpecification? ToolSpec { get; set; }

    private protected override void Detach() => ToolSpec = ToolSpec?.Clone();
}
