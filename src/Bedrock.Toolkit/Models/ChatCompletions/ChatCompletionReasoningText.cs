namespace Bedrock.Toolkit.Models;

/// <summary>Tells the reasoning that a model writes in front of its answer, in tags, from the answer.</summary>
/// <remarks>
/// gpt-oss writes <c>&lt;reasoning&gt;…&lt;/reasoning&gt;</c>; MiniMax, Qwen and others can write <c>&lt;think&gt;…&lt;/think&gt;</c> (unconfirmed on
/// InvokeModel).
/// Only tags at the very beginning count, and only when they are closed: a model that talks about tags, or forgets to close one, loses nothing.
/// </remarks>
internal static class ChatCompletionReasoningText
{
    private static readonly (string Open, string Close)[] Tags = [("<reasoning>", "</reasoning>"), ("<think>", "</think>")];

    /// <summary>Splits a content.</summary>
    /// <returns>The reasoning, null when there is none; the answer, empty when there is none.</returns>
    public static (string? Reasoning, string Answer) Split(string? content)
    {
        string? reasoning = null;
        string answer = content ?? string.Empty;
        while (Next(answer) is var (thought, rest))
        {
            reasoning = reasoning is null ? thought : $"{reasoning}\n{thought}";
            answer = rest;
        }

        return (reasoning, answer);
    }

    private static (string Thought, string After)? Next(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        foreach ((string open, string close) in Tags)
        {
            if (!start.StartsWith(open, StringComparison.Ordinal))
            {
                continue;
            }

            ReadOnlySpan<char> inside = start[open.Length..];
            int end = inside.IndexOf(close, StringComparison.Ordinal);
            return end < 0 ? null : (inside[..end].Trim().ToString(), inside[(end + close.Length)..].TrimStart().ToString());
        }

        return null;
    }
}
