using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A token with its probability. Not thread safe while it is changed.</summary>
public sealed class JurassicGeneratedToken
{
    /// <summary>The token's text.</summary>
    /// <value>With <c>▁</c> for a space; omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The logarithm of its probability, after temperature and penalties.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }

    /// <summary>The logarithm of its probability, before them.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("raw_logprob")]
    public double? RawLogprob { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
