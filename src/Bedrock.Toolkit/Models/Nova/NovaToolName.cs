using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The name of a tool. Not thread safe while it is changed.</summary>
public sealed class NovaToolName
{
    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaToolName Clone()
    {
        var copy = (NovaToolName)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
