using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Segments that follow the scenes. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoDynamicSegmentation
{
    /// <summary>The shortest segment.</summary>
    /// <value>1 to 5 seconds; the service takes 4 when it is missing; omitted when null.</value>
    [JsonPropertyName("minDurationSec")]
    [JsonConverter(typeof(CountConverter))]
    public int? MinDurationSec { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
