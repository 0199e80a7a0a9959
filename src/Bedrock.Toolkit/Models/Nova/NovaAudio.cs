using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of an audio block. Not thread safe while it is changed.</summary>
/// <remarks>Only for Nova 2 Omni, which is a preview.</remarks>
public sealed class NovaAudio
{
    /// <summary>The file format.</summary>
    /// <value><c>mp3</c>, <c>opus</c>, <c>wav</c>, <c>aac</c>, <c>flac</c>, <c>mp4</c>, <c>ogg</c> or <c>mkv</c>; null only in what was read.</value>
    [JsonPropertyName("format")]
    public NovaAudioFormat? Format { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaAudio Clone()
    {
        var copy = (NovaAudio)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
