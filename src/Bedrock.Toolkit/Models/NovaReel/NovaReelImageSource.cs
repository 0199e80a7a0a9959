using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where an image is: exactly one of the members. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelImageSource
{
    /// <summary>The image itself.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("bytes")]
    public BedrockImage? Image { get; set; }

    /// <summary>The image in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelS3Location>))]
    public NovaReelS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
