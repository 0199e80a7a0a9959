using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether the model may cite. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsConfig.html</remarks>
public sealed class CitationsConfig
{
    /// <summary>Whether it may.</summary>
    /// <value>False by default.</value>
    [JsonPropertyName("enabled")]
    public bool Enabled { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CitationsConfig Clone()
    {
        var copy = (CitationsConfig)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
