using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where a video is. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionVideoUrl
{
    /// <summary>The video.</summary>
    /// <value>A data URL; empty by default.</value>
    [JsonPropertyName("url")]
    [AllowNull]
    public string Url
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionVideoUrl Clone()
    {
        var copy = (ChatCompletionVideoUrl)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
