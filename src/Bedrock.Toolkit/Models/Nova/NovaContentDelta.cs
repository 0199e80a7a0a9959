using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block in a stream: a closed set, with <see cref="NovaUnknownDelta"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(NovaContentDeltaConverter))]
public abstract class NovaContentDelta
{
    private protected NovaContentDelta()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
