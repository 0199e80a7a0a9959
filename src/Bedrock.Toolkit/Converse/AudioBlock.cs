using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A sound.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html</remarks>
public sealed partial class AudioBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AudioFormat Format { get; set; }

    /// <summary>Where the sound is.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("source")]
    public AudioSource? Source { get; set; }

    /// <summary>Why the sound is missing.</summary>
    /// <value>Only in answers; omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }

    /// <summary>A sound from its bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, of no format that Converse takes, or of another one than
    /// <paramref name="format"/> says.</exception>
    public static AudioBlock FromBytes(ReadOnlyMemory<byte> bytes, AudioFormat? format = null) => MediaBlocks.Audio(bytes, format);

    /// <summary>A sound in S3.</summary>
    /// <param name="uri">The address, such as <c>s3://bucket/voice.mp3</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The address is blank, or its ending is unknown and there is no format.</exception>
    public static AudioBlock FromS3(string uri, AudioFormat? format = null, string? bucketOwner = null) => new()
    {
        Source = new AudioS3Source(MediaBlocks.InS3(uri, bucketOwner)),
        Format = new AudioFormat(MediaNames.ChooseByName(MediaClass.Audio, uri, format?.Value)),
    };

    /// <summary>A sound from a file: its bytes, and the format that they show.</summary>
    /// <param name="path">The file, such as <c>voice.mp3</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no format that Converse takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<AudioBlock> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        MediaBlocks.Audio(await MediaBlocks.ReadAsync(path, cancellationToken).ConfigureAwait(false), fileName: path);
}

/// <summary>Where a sound is: a closed set, with <see cref="UnknownAudioSource"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioSource.html</remarks>
[JsonConverter(typeof(AudioSourceConverter))]
public abstract partial class AudioSource : BedrockObject
{
    private protected AudioSource() { }

    /// <summary>Bytes of a sound.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator AudioSource(ReadOnlyMemory<byte> bytes) => new AudioBytesSource(bytes);

    /// <summary>Bytes of a sound.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator AudioSource?(byte[]? bytes) => bytes is null ? null : new AudioBytesSource(bytes);

    /// <summary>The object of a sound in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator AudioSource?(S3Location? s3Location) => s3Location is null ? null : new AudioS3Source(s3Location);
}

/// <summary>A sound in the request itself.</summary>
public sealed partial class AudioBytesSource : AudioSource
{
    /// <summary>One without content.</summary>
    public AudioBytesSource() { }

    /// <summary>A sound in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public AudioBytesSource(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>A sound in S3.</summary>
public sealed partial class AudioS3Source : AudioSource
{
    /// <summary>One without content.</summary>
    public AudioS3Source() { }

    /// <summary>A sound in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public AudioS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }
}

/// <summary>Where a sound is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownAudioSource : AudioSource, IRawVariant;

/// <summary>Reads and writes <see cref="AudioSource"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AudioSourceConverter() : SingleKeyUnionConverter<AudioSource>(
    ConverseJsonContext.Default, static raw => new UnknownAudioSource(raw),
    Case<AudioBytesSource>("bytes"),
    Case<AudioS3Source>("s3Location"));
