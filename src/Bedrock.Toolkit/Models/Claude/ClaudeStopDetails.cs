using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>More about why the model stopped. Documented by the vendor, unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ClaudeStopDetails
{
    /// <summary>The kind of details.</summary>
    /// <value><c>refusal</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>What the refusal is about.</summary>
    /// <value>Such as <c>cyber</c>, <c>bio</c>, <c>frontier_llm</c>, <c>reasoning_extraction</c>, <c>general_harms</c>; omitted when null.</value>
    [JsonPropertyName("category")]
    public string? Category { get; set; }

    /// <summary>The refusal in words.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("explanation")]
    public string? Explanation { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
