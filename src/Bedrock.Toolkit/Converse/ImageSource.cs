using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where an image is: a closed set, with <see cref="UnknownImageSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageSource.html</remarks>
[JsonConverter(typeof(ImageSourceConverter))]
public abstract class ImageSource
{
    private protected ImageSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator ImageSource(ReadOnlyMemory<byte> bytes) => new ImageBytesSource(bytes);

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator ImageSource?(byte[]? bytes) => bytes is null ? null : new ImageBytesSource(bytes);

    /// <summary>The object of an image in S3.</summary>
    /// <param name="s3Location">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(s3Location))]
    public static implicit operator ImageSource?(S3Location? s3Location) => s3Location is null ? null : new ImageS3Source(s3Location);

    internal ImageSource Clone()
    {
        var copy = (ImageSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
