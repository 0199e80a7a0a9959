using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool of your own: its name, what it does, and the schema of its input. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html</remarks>
public sealed class ToolSpecification
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>1 to 64 letters, digits, underscores and hyphens.</value>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>The more exact, the better the calls; not empty; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema of its input.</summary>
    /// <value>A JSON schema of type object.</value>
    [JsonPropertyName("inputSchema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required ToolInputSchema InputSchema { get; set; }

    /// <summary>Whether the input always follows the schema.</summary>
    /// <value>By model when null; refused by models that cannot; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ToolSpecification Clone()
    {
        var copy = (ToolSpecification)MemberwiseClone();
        copy.InputSchema = InputSchema.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
