using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Names a tool. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolReference.html</remarks>
public sealed class ToolReference
{
    /// <summary>The kind of tool.</summary>
    /// <value>1 to 64 characters; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The tool.</summary>
    /// <value>1 to 128 characters; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The server that has the tool.</summary>
    /// <value>1 to 128 characters; omitted when null.</value>
    [JsonPropertyName("serverName")]
    public string? ServerName { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ToolReference Clone()
    {
        var copy = (ToolReference)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
