using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text and an image that become one vector. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoTextImageInput
{
    /// <summary>The text.</summary>
    /// <value>Up to 500 tokens; not blank.</value>
    [JsonPropertyName("inputText")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string InputText { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("mediaSource")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required MarengoMediaSource MediaSource { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
