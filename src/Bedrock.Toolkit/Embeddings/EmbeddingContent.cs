namespace Bedrock.Toolkit;

/// <summary>What becomes one vector: a text or an image.</summary>
internal readonly struct EmbeddingContent
{
    public EmbeddingContent(string? text) => Text = text;

    public EmbeddingContent(BedrockImage? image) => Image = image;

    public string? Text { get; }

    public BedrockImage? Image { get; }

    /// <summary>How much of a request body it takes: UTF-8 for a text, base64 for an image.</summary>
    public int Size => Image is { } image ? ((image.Bytes.Length + 2) / 3 * 4) + 64 : Encoding.UTF8.GetByteCount(Text ?? string.Empty) + 8;
}
