using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where a sound is: a closed set, with <see cref="UnknownAudioSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioSource.html</remarks>
[JsonConverter(typeof(AudioSourceConverter))]
public abstract class AudioSource
{
    private protected AudioSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

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

    internal AudioSource Clone()
    {
        var copy = (AudioSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
