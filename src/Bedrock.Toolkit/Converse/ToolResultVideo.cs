using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A video that a tool answered. Not thread safe while it is changed.</summary>
public sealed class ToolResultVideo : ToolResultContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultVideo()
    {
    }

    /// <summary>A video that a tool answered.</summary>
    /// <param name="video">The video.</param>
    public ToolResultVideo(VideoBlock video) => Video = video;

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video")]
    [JsonConverter(typeof(ConverseObjectConverter<VideoBlock>))]
    public VideoBlock? Video { get; set; }

    private protected override void Detach() => Video = Video?.Clone();
}
