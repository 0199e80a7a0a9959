using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that is gone from this turn on. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolRemovalBlock.html</remarks>
public sealed class ToolRemovalBlock
{
    /// <summary>The tool.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("tool")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolReference>))]
    public ToolReference? Tool { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ToolRemovalBlock Clone()
    {
        var copy = (ToolRemovalBlock)MemberwiseClone();
        copy.Tool = Tool?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
