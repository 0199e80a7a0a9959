using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a video block. Not thread safe while it is changed.</summary>
public sealed class NovaVideo
{
    /// <summary>The file format.</summary>
    /// <value><c>mp4</c>, <c>mov</c>, <c>mkv</c>, <c>webm</c>, <c>three_gp</c>, <c>flv</c>, <c>mpeg</c>, <c>mpg</c> or <c>wmv</c>; null only in what was read.</value>
    [JsonPropertyName("format")]
    public NovaVideoFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaVideo Clone()
    {
        var copy = (NovaVideo)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
