using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of a message of a check: a closed set, with <see cref="GuardrailChecksUnknownContent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailChecksContentBlockConverter))]
public abstract class GuardrailChecksContentBlock
{
    private protected GuardrailChecksContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator GuardrailChecksContentBlock(string text) => FromText(text);

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    public static GuardrailChecksContentBlock FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GuardrailChecksText { Text = text };
    }
}
