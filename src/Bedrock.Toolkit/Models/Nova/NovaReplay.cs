using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer of Nova on its way back: what the service would never take is left out or mended. Stateless and thread-safe.</summary>
internal static class NovaReplay
{
    /// <summary>The turn as it goes back; null when nothing is left of it.</summary>
    public static NovaMessage? Turn(NovaMessage answer)
    {
        NovaMessage copy = answer.Clone();
        NovaContentBlock[] blocks = [.. copy.Content.Where(static block => block is not null && !IsBlank(block))];
        foreach (NovaToolUse use in blocks.OfType<NovaToolUseBlock>().Select(static block => block.ToolUse).OfType<NovaToolUse>())
        {
            use.ToolUseId = ToolAliases.Id(use.ToolUseId);
            use.Name = ToolAliases.Name(use.Name);
            use.Input = use.Input.ValueKind == JsonValueKind.Object ? use.Input : RawJson.EmptyObject;
        }

        copy.Content = [.. blocks];
        return blocks.Length == 0 ? null : copy;
    }

    private static bool IsBlank(NovaContentBlock block) => block is NovaTextBlock { Text: var text } && string.IsNullOrWhiteSpace(text);
}
