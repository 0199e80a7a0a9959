namespace Bedrock.Toolkit.Models;

/// <summary>What users look for in a list of blocks. Stateless and thread-safe.</summary>
internal static class NovaContents
{
    public static string TextOf(IEnumerable<NovaContentBlock>? content) =>
        string.Concat(content?.OfType<NovaTextBlock>().Select(static block => block.Text) ?? []);

    public static IReadOnlyList<NovaToolUse> ToolCallsOf(IEnumerable<NovaContentBlock>? content) =>
        [.. content?.OfType<NovaToolUseBlock>().Select(static block => block.ToolUse).OfType<NovaToolUse>() ?? []];

    public static IReadOnlyList<NovaImage> ImagesOf(IEnumerable<NovaContentBlock>? content) =>
        [.. content?.OfType<NovaImageBlock>().Select(static block => block.Image).OfType<NovaImage>() ?? []];
}
