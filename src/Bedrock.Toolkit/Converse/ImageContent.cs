using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image of a message. Not thread safe while it is changed.</summary>
public sealed class ImageContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ImageContent()
    {
    }

    /// <summary>An image of a message.</summary>
    /// <param name="image">The image.</param>
    public ImageContent(ImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(ConverseObjectConverter<ImageBlock>))]
    public ImageBlock? Image { get; set; }

    private protected override void Detach() => Image = Image?.Clone();
}
