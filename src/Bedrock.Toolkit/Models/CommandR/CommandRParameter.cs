using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A parameter of a tool. Not thread safe while it is changed.</summary>
public sealed class CommandRParameter
{
    /// <summary>What it means.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Its type.</summary>
    /// <value>A Python name such as <c>str</c>, <c>int</c> or <c>list[str]</c>; null only in what was read.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the model must give it.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("required")]
    public bool? Required { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CommandRParameter Clone()
    {
        var copy = (CommandRParameter)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
