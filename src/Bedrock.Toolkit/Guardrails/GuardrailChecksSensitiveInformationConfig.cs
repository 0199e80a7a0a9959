using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The check for sensitive information. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationConfig.html</remarks>
public sealed class GuardrailChecksSensitiveInformationConfig
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 31.</value>
    [JsonPropertyName("entities")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksSensitiveInformationEntityConfig>))]
    public required IList<GuardrailChecksSensitiveInformationEntityConfig> Entities { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A check for some kinds of information.</summary>
    /// <param name="types">The kinds.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksSensitiveInformationConfig For(params IEnumerable<GuardrailChecksSensitiveInformationEntityType> types) =>
        new() { Entities = [.. types.Select(t => new GuardrailChecksSensitiveInformationEntityConfig { Type = t })] };
}
