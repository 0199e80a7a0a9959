using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where an image is. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionImageUrl
{
    /// <summary>The image.</summary>
    /// <value>A data URL; empty by default.</value>
    [JsonPropertyName("url")]
    [AllowNull]
    public string Url
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>How closely the model looks.</summary>
    /// <value><c>auto</c> by default; Kimi K3 takes it only outside of InvokeModel; omitted when null.</value>
    [JsonPropertyName("detail")]
    public ChatCompletionImageDetail? Detail { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionImageUrl Clone()
    {
        var copy = (ChatCompletionImageUrl)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
