using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a search result. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultLocation.html</remarks>
public sealed class SearchResultLocation
{
    /// <summary>Which search result of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("searchResultIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? SearchResultIndex { get; set; }

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start")]
    [JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The last block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal SearchResultLocation Clone()
    {
        var copy = (SearchResultLocation)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
