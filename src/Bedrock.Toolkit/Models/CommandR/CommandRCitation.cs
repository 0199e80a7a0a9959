using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where in the documents a part of the answer comes from. Not thread safe while it is changed.</summary>
public sealed class CommandRCitation
{
    /// <summary>The first character of the part.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start")]
    [JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }

    /// <summary>The part.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document_ids")]
    [JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? DocumentIds { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
