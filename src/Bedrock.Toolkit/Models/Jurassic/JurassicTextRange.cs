using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where a token stands in the text. Not thread safe while it is changed.</summary>
public sealed class JurassicTextRange
{
    /// <summary>The first character.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start")]
    [JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
