using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a mask leaves as it is. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed class AmazonMaskExclusions
{
    /// <summary>Whether the pose of the body is kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveBodyPose")]
    public AmazonImagePreserve? PreserveBodyPose { get; set; }

    /// <summary>Whether the hands are kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveHands")]
    public AmazonImagePreserve? PreserveHands { get; set; }

    /// <summary>Whether the face is kept.</summary>
    /// <value><c>DEFAULT</c> by default; omitted when null.</value>
    [JsonPropertyName("preserveFace")]
    public AmazonImagePreserve? PreserveFace { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
