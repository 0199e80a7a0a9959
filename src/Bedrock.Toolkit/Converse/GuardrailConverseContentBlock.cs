using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Content that a guardrail looks at: a closed set, with <see cref="UnknownGuardrailConverseContentBlock"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailConverseContentBlockConverter))]
public abstract partial class GuardrailConverseContentBlock : BedrockObject
{
    private protected GuardrailConverseContentBlock() { }

    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseTextBlock? text) => text is null ? null : new GuardrailConverseText(text);

    /// <summary>A block with an image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator GuardrailConverseContentBlock?(GuardrailConverseImageBlock? image) =>
        image is null ? null : new GuardrailConverseImage(image);

    /// <summary>A block of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">What the text is to the guardrail.</param>
    /// <returns>The block.</returns>
    public static GuardrailConverseContentBlock ForText(string text, params ReadOnlySpan<GuardrailConverseContentQualifier> qualifiers) =>
        new GuardrailConverseText(new GuardrailConverseTextBlock { Text = text, Qualifiers = qualifiers.IsEmpty ? null : [.. qualifiers] });
}

/// <summary>An image that a guardrail looks at.</summary>
public sealed partial class GuardrailConverseImage : GuardrailConverseContentBlock
{
    /// <summary>One without content.</summary>
    public GuardrailConverseImage() { }

    /// <summary>An image that a guardrail looks at.</summary>
    /// <param name="image">The image.</param>
    public GuardrailConverseImage(GuardrailConverseImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(ConverseObjectConverter<GuardrailConverseImageBlock>))]
    public GuardrailConverseImageBlock? Image { get; set; }
}

/// <summary>Text that a guardrail looks at.</summary>
public sealed partial class GuardrailConverseText : GuardrailConverseContentBlock
{
    /// <summary>One without content.</summary>
    public GuardrailConverseText() { }

    /// <summary>Text that a guardrail looks at.</summary>
    /// <param name="text">The text.</param>
    public GuardrailConverseText(GuardrailConverseTextBlock text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(ConverseObjectConverter<GuardrailConverseTextBlock>))]
    public GuardrailConverseTextBlock? Text { get; set; }
}

/// <summary>Content that a guardrail looks at, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownGuardrailConverseContentBlock : GuardrailConverseContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="GuardrailConverseContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailConverseContentBlockConverter() : SingleKeyUnionConverter<GuardrailConverseContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownGuardrailConverseContentBlock(raw),
    Case<GuardrailConverseText>("text"),
    Case<GuardrailConverseImage>("image"));

/// <summary>An image that a guardrail looks at.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageBlock.html</remarks>
public sealed partial class GuardrailConverseImageBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>PNG or JPEG.</value>
    [JsonPropertyName("format")]
    public required GuardrailConverseImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Bytes.</value>
    [JsonPropertyName("source"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required GuardrailConverseImageSource Source { get; set; }
}

/// <summary>Text that a guardrail looks at.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseTextBlock.html</remarks>
public sealed partial class GuardrailConverseTextBlock : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    /// <summary>What the text is to the guardrail.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("qualifiers"), JsonConverter(typeof(ConverseListConverter<GuardrailConverseContentQualifier>))]
    public IList<GuardrailConverseContentQualifier>? Qualifiers { get; set; }
}

/// <summary>Where an image for a guardrail is: a closed set, with <see cref="UnknownGuardrailConverseImageSource"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageSource.html</remarks>
[JsonConverter(typeof(GuardrailConverseImageSourceConverter))]
public abstract partial class GuardrailConverseImageSource : BedrockObject
{
    private protected GuardrailConverseImageSource() { }

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator GuardrailConverseImageSource(ReadOnlyMemory<byte> bytes) => new GuardrailConverseImageBytes(bytes);

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator GuardrailConverseImageSource?(byte[]? bytes) => bytes is null ? null : new GuardrailConverseImageBytes(bytes);
}

/// <summary>An image for a guardrail, in the request itself.</summary>
public sealed partial class GuardrailConverseImageBytes : GuardrailConverseImageSource
{
    /// <summary>One without content.</summary>
    public GuardrailConverseImageBytes() { }

    /// <summary>An image for a guardrail, in the request itself.</summary>
    /// <param name="bytes">The bytes.</param>
    public GuardrailConverseImageBytes(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes.</summary>
    /// <value>At least 1 byte. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>Where an image for a guardrail is, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownGuardrailConverseImageSource : GuardrailConverseImageSource, IRawVariant;

/// <summary>Reads and writes <see cref="GuardrailConverseImageSource"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailConverseImageSourceConverter() : SingleKeyUnionConverter<GuardrailConverseImageSource>(
    ConverseJsonContext.Default, static raw => new UnknownGuardrailConverseImageSource(raw),
    Case<GuardrailConverseImageBytes>("bytes"));
