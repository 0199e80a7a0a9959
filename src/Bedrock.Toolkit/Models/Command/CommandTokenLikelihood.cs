using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A token with its likelihood. Not thread safe while it is changed.</summary>
public sealed class CommandTokenLikelihood
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The logarithm of its probability.</summary>
    /// <value>0 or less; missing for the first token; omitted when null.</value>
    [JsonPropertyName("likelihood")]
    public double? Likelihood { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
