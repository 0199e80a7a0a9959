using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One way to shorten a conversation: a closed set, with <see cref="ClaudeUnknownContextEdit"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(ClaudeContextEditConverter))]
public abstract class ClaudeContextEdit
{
    private protected ClaudeContextEdit(string type) => Type = type;

    /// <summary>The kind of edit on the wire, with its version.</summary>
    /// <value>By class the documented version; settable for newer ones.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? string.Empty;
    }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeContextEdit Clone()
    {
        var copy = (ClaudeContextEdit)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
