using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The tools of a request. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html</remarks>
public sealed class ToolConfiguration
{
    /// <summary>The tools.</summary>
    /// <value>At least one, in an order that stays the same, so that the prompt cache keeps.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(ConverseListConverter<Tool>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<Tool> Tools { get; set; }

    /// <summary>Whether the model may or must call them.</summary>
    /// <value><c>auto</c> when null; omitted when null.</value>
    [JsonPropertyName("toolChoice")]
    public ToolChoice? ToolChoice { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ToolConfiguration Clone()
    {
        var copy = (ToolConfiguration)MemberwiseClone();
        copy.Tools = Tools.Copy(static item => item.Clone());
        copy.ToolChoice = ToolChoice?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
