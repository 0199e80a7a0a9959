using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A mask found by a text. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html</remarks>
public sealed class AmazonPromptBasedMask
{
    /// <summary>The outline of the mask.</summary>
    /// <value>A rectangle in effect by default; omitted when null.</value>
    [JsonPropertyName("maskShape")]
    public AmazonImageMaskShape? MaskShape { get; set; }

    /// <summary>What the mask covers.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("maskPrompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string MaskPrompt { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
