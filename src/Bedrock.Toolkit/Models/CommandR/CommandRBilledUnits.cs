using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call. Not thread safe while it is changed.</summary>
public sealed class CommandRBilledUnits
{
    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
