using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of content for a guardrail: a closed set, with <see cref="GuardrailUnknownContent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailContentBlockConverter))]
public abstract class GuardrailContentBlock
{
    private protected GuardrailContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Makes a block of text to be assessed.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator GuardrailContentBlock(string text) => FromText(text);

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">What it is; text to be assessed when empty.</param>
    /// <returns>The block.</returns>
    public static GuardrailContentBlock FromText(string text, params IEnumerable<GuardrailContentQualifier> qualifiers)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<GuardrailContentQualifier> list = [.. qualifiers];
        return new GuardrailTextContent { Text = new GuardrailTextBlock { Text = text, Qualifiers = list.Count == 0 ? null : list } };
    }

    /// <summary>Makes a block of an image.</summary>
    /// <param name="format">The format.</param>
    /// <param name="bytes">The image; not copied.</param>
    /// <returns>The block.</returns>
    public static GuardrailContentBlock FromImage(GuardrailImageFormat format, ReadOnlyMemory<byte> bytes) =>
        new GuardrailImageContent { Image = new GuardrailImageBlock { Format = format, Source = new GuardrailImageBytes { Bytes = bytes } } };
}
