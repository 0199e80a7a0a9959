using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Content that a guardrail looks at: a closed set, with <see cref="UnknownGuardrailConverseContentBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailConverseContentBlockConverter))]
public abstract class GuardrailConverseContentBlock
{
    private protected GuardrailConverseContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseTextBlock? text) => text is null ? null : new GuardrailConverseText(text);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseImageBlock? image) => image is null ? null : new GuardrailConverseImage(image);

    /// <summary>A block of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">What the text is to the guardrail.</param>
    /// <returns>The block.</returns>
    public static GuardrailConverseContentBlock ForText(string text, params ReadOnlySpan<GuardrailConverseContentQualifier> qualifiers) =>
        new GuardrailConverseText(new GuardrailConverseTextBlock { Text = text, Qualifiers = qualifiers.IsEmpty ? null : [.. qualifiers] });

    internal GuardrailConverseContentBlock Clone()
    {
        var copy = (GuardrailConverseContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
