using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a guard block. Not thread safe while it is changed.</summary>
public sealed class NovaGuardContent
{
    /// <summary>A text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(NovaObjectConverter<NovaGuardText>))]
    public NovaGuardText? Text { get; set; }

    /// <summary>An image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(NovaObjectConverter<NovaImage>))]
    public NovaImage? Image { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaGuardContent Clone()
    {
        var copy = (NovaGuardContent)MemberwiseClone();
        copy.Text = Text?.Clone();
        copy.Image = Image?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
