using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that is gone from this turn on. Not thread safe while it is changed.</summary>
public sealed class ToolRemovalContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolRemovalContent()
    {
    }

    /// <summary>A tool that is gone from this turn on.</summary>
    /// <param name="toolRemoval">The tool.</param>
    public ToolRemovalContent(ToolRemovalBlock toolRemoval) => ToolRemoval = toolRemoval;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolRemoval")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolRemovalBlock>))]
    public ToolRemovalBlock? ToolRemoval { get; set; }

    private protected override void Detach() => ToolRemoval = ToolRemoval?.Clone();
}
