using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A sound. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html</remarks>
public sealed class AudioBlock
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AudioFormat Format { get; set; }

    /// <summary>Where the sound is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public AudioSource? Source { get; set; }

    /// <summary>Why the sound is missing.</summary>
    /// <value>Only in answers; omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A sound whose format its bytes show.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, or of no format that Converse takes.</exception>
    public static AudioBlock FromBytes(ReadOnlyMemory<byte> bytes) => MediaBlocks.Audio(bytes, null);

    /// <summary>A sound from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>voice.mp3</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<AudioBlock> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return MediaBlocks.Audio(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path);
    }

    internal AudioBlock Clone()
    {
        var copy = (AudioBlock)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.Error = Error?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
