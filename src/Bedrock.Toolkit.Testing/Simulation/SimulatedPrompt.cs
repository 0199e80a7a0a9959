namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Reads prompts with special tokens, as the families have them that take one text for a conversation.</summary>
internal static class SimulatedPrompt
{
    /// <summary>What stands behind the last occurrence of a token, up to the next end token or the end of the prompt.</summary>
    /// <returns>The text without white space around it; null when the token is not there.</returns>
    public static string? AfterLast(string prompt, string token, params ReadOnlySpan<string> ends)
    {
        int at = prompt.LastIndexOf(token, StringComparison.Ordinal);
        return at < 0 ? null : UpTo(prompt[(at + token.Length)..], ends);
    }

    /// <summary>What stands behind the first occurrence of a token, up to the next end token or the end of the prompt.</summary>
    /// <returns>The text without white space around it; null when the token is not there.</returns>
    public static string? AfterFirst(string prompt, string token, params ReadOnlySpan<string> ends)
    {
        int at = prompt.IndexOf(token, StringComparison.Ordinal);
        return at < 0 ? null : UpTo(prompt[(at + token.Length)..], ends);
    }

    private static string UpTo(string text, ReadOnlySpan<string> ends)
    {
        foreach (string end in ends)
        {
            int at = text.IndexOf(end, StringComparison.Ordinal);
            text = at < 0 ? text : text[..at];
        }

        return text.Trim();
    }
}
