using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tag of a resource. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tag.html</remarks>
public sealed class Tag
{
    /// <summary>The key.</summary>
    /// <value>Required; 1 to 128 characters.</value>
    [JsonPropertyName("key")]
    public required string Key { get; set; }

    /// <summary>The value.</summary>
    /// <value>Required; at most 256 characters.</value>
    [JsonPropertyName("value")]
    public required string Value { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
