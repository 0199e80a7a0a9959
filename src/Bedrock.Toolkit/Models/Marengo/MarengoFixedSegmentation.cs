using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Segments of a fixed length. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoFixedSegmentation
{
    /// <summary>The length of a segment.</summary>
    /// <value>1 to 10 seconds; the service takes 6 when it is missing; omitted when null.</value>
    [JsonPropertyName("durationSec")]
    [JsonConverter(typeof(CountConverter))]
    public int? DurationSec { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
