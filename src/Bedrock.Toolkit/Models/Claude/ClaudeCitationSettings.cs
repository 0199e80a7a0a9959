using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the answer cites a document or a search result. Not thread safe while it is changed.</summary>
public sealed class ClaudeCitationSettings
{
    /// <summary>Citations left to the service's default, which is off.</summary>
    public ClaudeCitationSettings()
    {
    }

    /// <summary>Citations switched on or off.</summary>
    /// <param name="enabled">Whether the answer cites.</param>
    public ClaudeCitationSettings(bool enabled) => Enabled = enabled;

    /// <summary>Whether the answer cites.</summary>
    /// <value>Off by default; all documents of a request must agree; omitted when null.</value>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeCitationSettings Clone() => new() { Enabled = Enabled, AdditionalProperties = AdditionalProperties.Copy() };
}
