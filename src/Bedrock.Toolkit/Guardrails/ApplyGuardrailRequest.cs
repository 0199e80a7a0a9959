using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>Content for a guardrail to look at, without a model.</summary>
/// <remarks>The guardrail itself is given to the call beside the request. Source:
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
public sealed partial class ApplyGuardrailRequest : BedrockObject
{
    /// <summary>The side of the conversation that the content is from; it decides which policies look at it.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("source")]
    public required GuardrailContentSource Source { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required; strings convert to text blocks.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(GuardrailListConverter<GuardrailContentBlock>))]
    public required IList<GuardrailContentBlock> Content { get; set; }

    /// <summary>How much of the assessment is answered.</summary>
    /// <value><see cref="GuardrailOutputScope.Interventions"/> in the service when null; omitted when null.</value>
    [JsonPropertyName("outputScope")]
    public GuardrailOutputScope? OutputScope { get; set; }
}

/// <summary>A piece of content for a guardrail: a closed set, with <see cref="GuardrailUnknownContent"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailContentBlockConverter))]
public abstract partial class GuardrailContentBlock : BedrockObject
{
    private protected GuardrailContentBlock() { }

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

/// <summary>An image for a guardrail.</summary>
public sealed partial class GuardrailImageContent : GuardrailContentBlock
{
    /// <summary>The image.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailImageBlock>))]
    public required GuardrailImageBlock Image { get; set; }
}

/// <summary>Text for a guardrail.</summary>
public sealed partial class GuardrailTextContent : GuardrailContentBlock
{
    /// <summary>The text and what it is.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailTextBlock>))]
    public required GuardrailTextBlock Text { get; set; }
}

/// <summary>A <see cref="GuardrailContentBlock"/> of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class GuardrailUnknownContent : GuardrailContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="GuardrailContentBlock"/> by the member that is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailContentBlockConverter() : SingleKeyUnionConverter<GuardrailContentBlock>(
    GuardrailJsonContext.Default, static raw => new GuardrailUnknownContent(raw),
    Case<GuardrailTextContent>("text"),
    Case<GuardrailImageContent>("image"));

/// <summary>An image for a guardrail.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageBlock.html</remarks>
public sealed partial class GuardrailImageBlock : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("format")]
    public required GuardrailImageFormat Format { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("source")]
    public required GuardrailImageSource Source { get; set; }
}

/// <summary>A text for a guardrail.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextBlock.html</remarks>
public sealed partial class GuardrailTextBlock : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("text")]
    public required string Text { get; set; }

    /// <summary>What the text is to the guardrail.</summary>
    /// <value>Text to be assessed when null; omitted when null.</value>
    [JsonPropertyName("qualifiers"), JsonConverter(typeof(GuardrailListConverter<GuardrailContentQualifier>))]
    public IList<GuardrailContentQualifier>? Qualifiers { get; set; }
}

/// <summary>The content of an image for a guardrail: a closed set, with <see cref="GuardrailUnknownImageSource"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageSource.html</remarks>
[JsonConverter(typeof(GuardrailImageSourceConverter))]
public abstract partial class GuardrailImageSource : BedrockObject
{
    private protected GuardrailImageSource() { }
}

/// <summary>The bytes of an image.</summary>
public sealed partial class GuardrailImageBytes : GuardrailImageSource
{
    /// <summary>The image.</summary>
    /// <value>Plain bytes here, base64 only on the wire. Not copied: leave the memory unchanged until the call has begun.</value>
    [JsonPropertyName("bytes")]
    public required ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>A <see cref="GuardrailImageSource"/> of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class GuardrailUnknownImageSource : GuardrailImageSource, IRawVariant;

/// <summary>Reads and writes <see cref="GuardrailImageSource"/> by the member that is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailImageSourceConverter() : SingleKeyUnionConverter<GuardrailImageSource>(
    GuardrailJsonContext.Default, static raw => new GuardrailUnknownImageSource(raw),
    Case<GuardrailImageBytes>("bytes"));
