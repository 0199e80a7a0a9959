using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One part of a message's content: a closed set, with <see cref="MistralChatUnknownPart"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
[JsonConverter(typeof(MistralChatPartConverter))]
public abstract class MistralChatPart
{
    private protected MistralChatPart()
    {
    }

    /// <summary>The kind of part on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal MistralChatPart Clone()
    {
        var copy = (MistralChatPart)MemberwiseClone();
        copy.AdditionalProperties = WireCopies.Copy(AdditionalProperties);
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
