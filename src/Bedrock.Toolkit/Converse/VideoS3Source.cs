using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A video in S3. Not thread safe while it is changed.</summary>
public sealed class VideoS3Source : VideoSource
{
    /// <summary>One without content.</summary>
    public VideoS3Source()
    {
    }

    /// <summary>A video in S3.</summary>
    /// <param name="s3Location">The object.</param>
    public VideoS3Source(S3Location s3Location) => S3Location = s3Location;

    /// <summary>The object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(ConverseObjectConverter<S3Location>))]
    public S3Location? S3Location { get; set; }

    private protected override void Detach() => S3Location = S3Location?.Clone();
}
