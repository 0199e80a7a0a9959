using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block. Not thread safe while it is changed.</summary>
public sealed class NovaContentBlockDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    [JsonConverter(typeof(NovaObjectConverter<NovaContentDelta>))]
    public NovaContentDelta? Delta { get; set; }

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
