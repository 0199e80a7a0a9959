using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One image of Stable Diffusion XL. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed class StableDiffusionArtifact
{
    /// <summary>The seed of the image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    /// <summary>The image.</summary>
    /// <value>Blurred when it was filtered; omitted when null.</value>
    [JsonPropertyName("base64")]
    public BedrockImage? Image { get; set; }

    /// <summary>How the image ended.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason")]
    public StableDiffusionFinishReason? FinishReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
