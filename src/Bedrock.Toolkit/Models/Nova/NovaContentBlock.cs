using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One block of content, in a message, a system prompt, a tool result or an answer: a closed set, with <see cref="NovaUnknownBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
[JsonConverter(typeof(NovaContentBlockConverter))]
public abstract class NovaContentBlock
{
    private protected NovaContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator NovaContentBlock(string text) => new NovaTextBlock(text);

    internal NovaContentBlock Clone()
    {
        var copy = (NovaContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
