using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A video of a message. Not thread safe while it is changed.</summary>
public sealed class VideoContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public VideoContent()
    {
    }

    /// <summary>A video of a message.</summary>
    /// <param name="video">The video.</param>
    public VideoContent(VideoBlock video) => Video = video;

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video")]
    [JsonConverter(typeof(ConverseObjectConverter<VideoBlock>))]
    public VideoBlock? Video { get; set; }

    private protected override void Detach() => Video = Video?.Clone();
}
