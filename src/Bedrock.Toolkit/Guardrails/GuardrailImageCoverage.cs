using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How many images were assessed. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageCoverage.html</remarks>
public sealed class GuardrailImageCoverage
{
    /// <summary>Images that were assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guarded")]
    [JsonConverter(typeof(CountConverter))]
    public int? Guarded { get; set; }

    /// <summary>All images of the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("total")]
    [JsonConverter(typeof(CountConverter))]
    public int? Total { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
