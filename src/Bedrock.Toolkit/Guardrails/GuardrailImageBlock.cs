using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image for a guardrail. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageBlock.html</remarks>
public sealed class GuardrailImageBlock
{
    /// <summary>The format.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("format")]
    public required GuardrailImageFormat Format { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("source")]
    public required GuardrailImageSource Source { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
