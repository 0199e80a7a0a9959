using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultImage : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultImage()
    {
    }

    /// <summary>An image that a tool answered.</summary>
    /// <param name="image">The image.</param>
    public ToolResultImage(ImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(ConverseObjectConverter<ImageBlock>))]
    public ImageBlock? Image { get; set; }

    private protected override void Detach() => Image = Image?.Clone();
}
