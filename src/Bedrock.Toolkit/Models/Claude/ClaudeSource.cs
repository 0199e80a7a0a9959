using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where the content of an image or a document is: a closed set, with <see cref="ClaudeUnknownSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>The vendor's <c>url</c> and <c>file</c> sources are not served by Bedrock; they survive as unknown ones.</remarks>
[JsonConverter(typeof(ClaudeSourceConverter))]
public abstract class ClaudeSource
{
    private protected ClaudeSource()
    {
    }

    /// <summary>The kind of source on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeSource Clone()
    {
        var copy = (ClaudeSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
