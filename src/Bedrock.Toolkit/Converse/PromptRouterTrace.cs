using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a prompt router did. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptRouterTrace.html</remarks>
public sealed class PromptRouterTrace
{
    /// <summary>The model that it chose.</summary>
    /// <value>An ARN; omitted when null.</value>
    [JsonPropertyName("invokedModelId")]
    public string? InvokedModelId { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
