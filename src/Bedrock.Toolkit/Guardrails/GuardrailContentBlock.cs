namespace Bedrock.Toolkit.Guardrails;

public abstract partial class GuardrailContentBlock
{
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
