using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How much of the content was assessed. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCoverage.html</remarks>
public sealed class GuardrailCoverage
{
    /// <summary>The characters.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textCharacters")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailTextCharactersCoverage>))]
    public GuardrailTextCharactersCoverage? TextCharacters { get; set; }

    /// <summary>The images.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("images")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailImageCoverage>))]
    public GuardrailImageCoverage? Images { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
