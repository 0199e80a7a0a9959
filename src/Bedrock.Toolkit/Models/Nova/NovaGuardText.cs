using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text that a guardrail looks at. Not thread safe while it is changed.</summary>
public sealed class NovaGuardText
{
    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>As what the guardrail sees it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("qualifiers")]
    [JsonConverter(typeof(NovaListConverter<NovaGuardQualifier>))]
    public IList<NovaGuardQualifier>? Qualifiers { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaGuardText Clone()
    {
        var copy = (NovaGuardText)MemberwiseClone();
        copy.Qualifiers = Qualifiers.Copy();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
