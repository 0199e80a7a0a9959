using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of your own: the model asks, your program runs it. Not thread safe while it is changed.</summary>
public sealed class CommandRTool
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Its parameters, by name.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("parameter_definitions")]
    public IDictionary<string, CommandRParameter>? ParameterDefinitions { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CommandRTool Clone()
    {
        var copy = (CommandRTool)MemberwiseClone();
        copy.ParameterDefinitions = ParameterDefinitions?.ToDictionary(item => item.Key, item => item.Value.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
