using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html</remarks>
public sealed class ImageBlock
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public ImageSource? Source { get; set; }

    /// <summary>Why the image is missing.</summary>
    /// <value>Only in answers; omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>An image whose format its bytes show.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or of no format that Converse takes.</exception>
    public static ImageBlock FromBytes(ReadOnlyMemory<byte> bytes) => MediaBlocks.Image(bytes, null);

    /// <summary>An image from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ImageBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return MediaBlocks.Image(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path);
    }

    internal ImageBlock Clone()
    {
        var copy = (ImageBlock)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.Error = Error?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
