using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The service tier of a call. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceTier.html</remarks>
public sealed class ServiceTier
{
    /// <summary>The tier.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BedrockServiceTier Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A tier.</summary>
    /// <param name="type">The tier.</param>
    public static implicit operator ServiceTier(BedrockServiceTier type) => new() { Type = type };

    internal ServiceTier Clone()
    {
        var copy = (ServiceTier)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
