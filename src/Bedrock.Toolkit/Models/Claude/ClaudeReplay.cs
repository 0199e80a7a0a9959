using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer of Claude on its way back: what the service would never take is left out or mended. Stateless and thread-safe.</summary>
internal static class ClaudeReplay
{
    /// <summary>The turn as it goes back; null when nothing is left of it.</summary>
    public static ClaudeMessage? Turn(ClaudeMessage answer)
    {
        ClaudeMessage copy = answer.Clone();
        ClaudeContentBlock[] blocks = [.. copy.Content.Where(static block => block is not null && !IsLeftOut(block))];
        foreach (ClaudeToolUseBlock use in blocks.OfType<ClaudeToolUseBlock>())
        {
            use.Id = ToolAliases.Id(use.Id);
            use.Name = ToolAliases.Name(use.Name);
            use.Input = use.Input.ValueKind == JsonValueKind.Object ? use.Input : RawJson.EmptyObject;
        }

        foreach (ClaudeServerToolUseBlock use in blocks.OfType<ClaudeServerToolUseBlock>())
        {
            use.Input = use.Input.ValueKind == JsonValueKind.Object ? use.Input : RawJson.EmptyObject;
        }

        copy.Content = [.. blocks];
        return blocks.Length == 0 ? null : copy;
    }

    private static bool IsLeftOut(ClaudeContentBlock block) => block switch
    {
        ClaudeTextBlock { Text: var text } => string.IsNullOrWhiteSpace(text),
        ClaudeThinkingBlock { Signature: var signature } => string.IsNullOrEmpty(signature),
        _ => false,
    };
}
