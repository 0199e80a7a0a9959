using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One text that Stable Diffusion XL heeds. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed class StableDiffusionPrompt
{
    /// <summary>The text.</summary>
    /// <value>At most 2,000 characters.</value>
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Text { get; set; }

    /// <summary>How much the text counts; below 0 it says what the image must not show.</summary>
    /// <value>1 by default; omitted when null.</value>
    [JsonPropertyName("weight")]
    public double? Weight { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
