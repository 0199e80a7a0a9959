namespace Bedrock.Toolkit.Models;

/// <summary>The text of a conversation in Titan's chat convention.</summary>
internal static class TitanTextPrompt
{
    private const string Quote = "> ";

    private static readonly string[] Speakers = ["User", "Bot"];

    // All that a tokenizer or a reader may take for the end of a line, not only \n.
    private static ReadOnlySpan<char> LineBreaks => "\n\r\v\f\u0085\u2028\u2029";

    /// <summary>The conversation so far with the model's open turn at the end.</summary>
    public static string Render(IReadOnlyList<PromptTurn> turns)
    {
        var prompt = new StringBuilder();
        foreach (PromptTurn turn in turns)
        {
            prompt.Append(turn.Speaker == PromptSpeaker.User ? "User: " : "Bot: ");
            AppendQuoted(prompt, turn.Text);
            prompt.Append('\n');
        }

        return prompt.Append("Bot:").ToString();
    }

    private static void AppendQuoted(StringBuilder prompt, ReadOnlySpan<char> text)
    {
        while (true)
        {
            if (StartsTurn(text))
            {
                prompt.Append(Quote);
            }

            int end = text.IndexOfAny(LineBreaks);
            if (end < 0)
            {
                prompt.Append(text);
                return;
            }

            prompt.Append(text[..(end + 1)]);
            text = text[(end + 1)..];
        }
    }

    private static bool StartsTurn(ReadOnlySpan<char> line)
    {
        line = SkipInvisible(line);
        foreach (string speaker in Speakers)
        {
            if (line.StartsWith(speaker, StringComparison.OrdinalIgnoreCase) && SkipInvisible(line[speaker.Length..]) is [':' or '\uFF1A', ..])
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> SkipInvisible(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length && IsInvisible(text[i]))
        {
            i++;
        }

        return text[i..];
    }

    private static bool IsInvisible(char c) =>
        !LineBreaks.Contains(c)
        && (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control);
}
