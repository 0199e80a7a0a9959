using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One part of a message: a closed set, with <see cref="ChatCompletionUnknownPart"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Which parts a model takes is on its card; AWS shows text and images. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html</remarks>
[JsonConverter(typeof(ChatCompletionContentPartConverter))]
public abstract class ChatCompletionContentPart
{
    private protected ChatCompletionContentPart()
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

    internal ChatCompletionContentPart Clone()
    {
        var copy = (ChatCompletionContentPart)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
