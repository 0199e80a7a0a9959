using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of an image block. Not thread safe while it is changed.</summary>
public sealed class NovaImage
{
    /// <summary>The file format.</summary>
    /// <value><c>jpeg</c>, <c>png</c>, <c>gif</c> or <c>webp</c>; null only in what was read.</value>
    [JsonPropertyName("format")]
    public NovaImageFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaImage Clone()
    {
        var copy = (NovaImage)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
