using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a document, by pages. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentPageLocation.html</remarks>
public sealed class DocumentPageLocation
{
    /// <summary>Which document of the request.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("documentIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? DocumentIndex { get; set; }

    /// <summary>The first page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("start")]
    [JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The last page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal DocumentPageLocation Clone()
    {
        var copy = (DocumentPageLocation)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
