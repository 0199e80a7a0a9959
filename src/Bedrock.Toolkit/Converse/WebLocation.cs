using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A web page that was cited. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_WebLocation.html</remarks>
public sealed class WebLocation
{
    /// <summary>The address.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("url")]
    public string? Url { get; set; }

    /// <summary>The domain.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("domain")]
    public string? Domain { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal WebLocation Clone()
    {
        var copy = (WebLocation)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
