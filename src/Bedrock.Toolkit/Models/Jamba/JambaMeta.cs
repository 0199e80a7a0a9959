using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the vendor tells about a call; unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class JambaMeta
{
    /// <summary>How long the call took.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("requestDurationMillis")]
    [JsonConverter(typeof(CountConverter))]
    public int? RequestDurationMillis { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
