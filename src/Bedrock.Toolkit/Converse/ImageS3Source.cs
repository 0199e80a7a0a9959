using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image in S3. Not thread safe while it is changed.</summary>
public sealed class ImageS3Source : ImageSource
{
    /// <summary>One without content.</summary>
    public ImageS3Source()
    {
    }

    /// <summary>An image in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public ImageS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }

    private protected override void Detach() => S3Location = S3Location?.Clone();
}
