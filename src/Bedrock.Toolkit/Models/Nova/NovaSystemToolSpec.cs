using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The description of a built-in tool. Not thread safe while it is changed.</summary>
public sealed class NovaSystemToolSpec
{
    /// <summary>The tool.</summary>
    /// <value><c>nova_grounding</c> or <c>nova_code_interpreter</c>.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaSystemToolSpec Clone()
    {
        var copy = (NovaSystemToolSpec)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
