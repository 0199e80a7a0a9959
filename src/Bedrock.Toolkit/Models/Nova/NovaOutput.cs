using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The answer. Not thread safe while it is changed.</summary>
public sealed class NovaOutput
{
    /// <summary>The message.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(NovaObjectConverter<NovaOutputMessage>))]
    public NovaOutputMessage? Message { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
