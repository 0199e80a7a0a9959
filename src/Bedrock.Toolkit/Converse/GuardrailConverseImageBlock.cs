using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image that a guardrail looks at. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageBlock.html</remarks>
public sealed class GuardrailConverseImageBlock
{
    /// <summary>The format.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("format")]
    public required GuardrailConverseImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Bytes.</value>
    [JsonPropertyName("source")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required GuardrailConverseImageSource Source { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal GuardrailConverseImageBlock Clone()
    {
        var copy = (GuardrailConverseImageBlock)MemberwiseClone();
        copy.Source = Source.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
