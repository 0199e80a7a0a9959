using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool that the model may call: a closed set, with <see cref="NovaUnknownTool"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(NovaToolConverter))]
public abstract class NovaTool
{
    private protected NovaTool()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaTool Clone()
    {
        var copy = (NovaTool)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
