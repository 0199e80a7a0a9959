using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The end of a block. Not thread safe while it is changed.</summary>
public sealed class NovaContentBlockStop
{
    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; numbers can be left out.</value>
    [JsonPropertyName("contentBlockIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int ContentBlockIndex { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
