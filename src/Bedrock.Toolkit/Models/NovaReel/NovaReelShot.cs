using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One shot of six seconds. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelShot
{
    /// <summary>What the shot shows.</summary>
    /// <value>1 to 512 characters.</value>
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Text { get; set; }

    /// <summary>The first image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelImage>))]
    public NovaReelImage? Image { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
