using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The content of an image for a guardrail: a closed set, with <see cref="GuardrailUnknownImageSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageSource.html</remarks>
[JsonConverter(typeof(GuardrailImageSourceConverter))]
public abstract class GuardrailImageSource
{
    private protected GuardrailImageSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
