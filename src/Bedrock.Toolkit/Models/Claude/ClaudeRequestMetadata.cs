using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who a request is for. Documented by the vendor, unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ClaudeRequestMetadata
{
    /// <summary>An opaque id of the end user.</summary>
    /// <value>No name, mail address or other personal data; omitted when null.</value>
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeRequestMetadata Clone() => new() { UserId = UserId, AdditionalProperties = AdditionalProperties.Copy() };
}
