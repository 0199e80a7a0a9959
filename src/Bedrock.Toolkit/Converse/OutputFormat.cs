using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The form of the answer. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html</remarks>
public sealed class OutputFormat
{
    /// <summary>The kind of form.</summary>
    /// <value><see cref="OutputFormatType.JsonSchema"/>, the only one so far.</value>
    [JsonPropertyName("type")]
    public required OutputFormatType Type { get; set; }

    /// <summary>What the form is made of.</summary>
    /// <value>A JSON schema.</value>
    [JsonPropertyName("structure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required OutputFormatStructure Structure { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal OutputFormat Clone()
    {
        var copy = (OutputFormat)MemberwiseClone();
        copy.Structure = Structure.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
