using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A video. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html</remarks>
public sealed class VideoBlock
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public VideoFormat Format { get; set; }

    /// <summary>Where the video is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public VideoSource? Source { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A video whose format its bytes show.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or of no format that Converse takes.</exception>
    public static VideoBlock FromBytes(ReadOnlyMemory<byte> bytes) => MediaBlocks.Video(bytes, null);

    /// <summary>A video from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>film.mp4</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<VideoBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return MediaBlocks.Video(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path);
    }

    internal VideoBlock Clone()
    {
        var copy = (VideoBlock)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
