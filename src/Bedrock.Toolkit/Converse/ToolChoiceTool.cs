using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The model must call one certain tool. Not thread safe while it is changed.</summary>
public sealed class ToolChoiceTool : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceTool()
    {
    }

    /// <summary>The model must call one certain tool.</summary>
    /// <param name="tool">The tool.</param>
    public ToolChoiceTool(SpecificToolChoice tool) => Tool = tool;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool")]
    [JsonConverter(typeof(ConverseObjectConverter<SpecificToolChoice>))]
    public SpecificToolChoice? Tool { get; set; }

    private protected override void Detach() => Tool = Tool?.Clone();
}
