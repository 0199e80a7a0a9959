using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether and how much a Nova 2 model reasons before it answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html</remarks>
public sealed class NovaReasoningConfig
{
    /// <summary>Whether the model reasons.</summary>
    /// <value><c>disabled</c> by default; omitted when null.</value>
    [JsonPropertyName("type")]
    public NovaReasoningType? Type { get; set; }

    /// <summary>How much it reasons.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>, with <c>enabled</c>; omitted when null.</value>
    [JsonPropertyName("maxReasoningEffort")]
    public NovaReasoningEffort? MaxReasoningEffort { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The model reasons.</summary>
    /// <param name="effort">How much.</param>
    /// <returns>The setting.</returns>
    public static NovaReasoningConfig Enabled(NovaReasoningEffort effort) => new() { Type = NovaReasoningType.Enabled, MaxReasoningEffort = effort };

    /// <summary>The model does not reason.</summary>
    /// <returns>The setting.</returns>
    public static NovaReasoningConfig Disabled() => new() { Type = NovaReasoningType.Disabled };

    internal NovaReasoningConfig Clone()
    {
        var copy = (NovaReasoningConfig)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
