using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Audio that travels in the request. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionInputAudio
{
    /// <summary>The bytes of the file.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>The format of the file.</summary>
    /// <value>Such as <c>wav</c> or <c>mp3</c>; empty by default.</value>
    [JsonPropertyName("format")]
    [AllowNull]
    public string Format
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionInputAudio Clone()
    {
        var copy = (ChatCompletionInputAudio)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
