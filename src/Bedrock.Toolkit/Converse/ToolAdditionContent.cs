using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that is there from this turn on. Not thread safe while it is changed.</summary>
public sealed class ToolAdditionContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolAdditionContent()
    {
    }

    /// <summary>A tool that is there from this turn on.</summary>
    /// <param name="toolAddition">The tool.</param>
    public ToolAdditionContent(ToolAdditionBlock toolAddition) => ToolAddition = toolAddition;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolAddition")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolAdditionBlock>))]
    public ToolAdditionBlock? ToolAddition { get; set; }

    private protected override void Detach() => ToolAddition = ToolAddition?.Clone();
}
