using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The check for prompt attacks. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackConfig.html</remarks>
public sealed class GuardrailChecksPromptAttackConfig
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 3.</value>
    [JsonPropertyName("categories")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksPromptAttackCategoryConfig>))]
    public required IList<GuardrailChecksPromptAttackCategoryConfig> Categories { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksPromptAttackConfig For(params IEnumerable<GuardrailChecksPromptAttackCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksPromptAttackCategoryConfig { Category = c })] };
}
