using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of an image. Not thread safe while it is changed.</summary>
public sealed class ImageDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ImageDelta()
    {
    }

    /// <summary>A piece of an image.</summary>
    /// <param name="image">The piece.</param>
    public ImageDelta(ImageBlockDelta image) => Image = image;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(ConverseObjectConverter<ImageBlockDelta>))]
    public ImageBlockDelta? Image { get; set; }
}
