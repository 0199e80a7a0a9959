using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A video; the form that open-weight servers take, unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionVideoPart : ChatCompletionContentPart
{
    /// <summary>A video without a source.</summary>
    public ChatCompletionVideoPart()
    {
    }

    /// <summary>A video by its URL.</summary>
    /// <param name="url">A data URL: <c>data:video/mp4;base64,…</c>.</param>
    public ChatCompletionVideoPart(string url) => VideoUrl = new ChatCompletionVideoUrl { Url = url };

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "video_url";

    /// <summary>Where the video is.</summary>
    /// <value>A data URL; omitted when null.</value>
    [JsonPropertyName("video_url")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionVideoUrl>))]
    public ChatCompletionVideoUrl? VideoUrl { get; set; }

    /// <summary>A video from its bytes.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="mediaType">Such as <c>video/mp4</c>.</param>
    /// <returns>The part.</returns>
    public static ChatCompletionVideoPart FromBytes(ReadOnlySpan<byte> data, string mediaType) => new(ChatCompletionCopies.DataUrl(data, mediaType));

    private protected override void Detach() => VideoUrl = VideoUrl?.Clone();
}
