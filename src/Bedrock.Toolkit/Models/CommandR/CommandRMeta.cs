using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the vendor tells about a call; only in streams by AWS's page. Not thread safe while it is changed.</summary>
public sealed class CommandRMeta
{
    /// <summary>The version of the API.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("api_version")]
    [JsonConverter(typeof(CommandRObjectConverter<CommandRApiVersion>))]
    public CommandRApiVersion? ApiVersion { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("billed_units")]
    [JsonConverter(typeof(CommandRObjectConverter<CommandRBilledUnits>))]
    public CommandRBilledUnits? BilledUnits { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
