using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The check for harmful content. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterConfig.html</remarks>
public sealed class GuardrailChecksContentFilterConfig
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 5.</value>
    [JsonPropertyName("categories")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentFilterCategoryConfig>))]
    public required IList<GuardrailChecksContentFilterCategoryConfig> Categories { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksContentFilterConfig For(params IEnumerable<GuardrailChecksContentFilterCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksContentFilterCategoryConfig { Category = c })] };
}
