using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The beginning of an image. Not thread safe while it is changed.</summary>
public sealed class ImageStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ImageStart()
    {
    }

    /// <summary>The beginning of an image.</summary>
    /// <param name="image">The format.</param>
    public ImageStart(ImageBlockStart image) => Image = image;

    /// <summary>The format.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(ConverseObjectConverter<ImageBlockStart>))]
    public ImageBlockStart? Image { get; set; }
}
