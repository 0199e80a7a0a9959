using System.Globalization;
using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>The text of a conversation in Titan's chat convention.</summary>
internal sealed class TitanTextPrompt
{
    private const string Quote = "> ";

    private static readonly string[] Speakers = ["User", "Bot"];

    private readonly StringBuilder _text = new();

    // All that a tokenizer or a reader may take for the end of a line, not only \n.
    private static ReadOnlySpan<char> LineBreaks => "\n\r\v\f\u0085\u2028\u2029";

    public bool EndsWithUser { get; private set; }

    public void AddUser(string text) => AddTurn("User: ", text, isUser: true);

    public void AddBot(string text) => AddTurn("Bot: ", text, isUser: false);

    /// <summary>The conversation so far with the model's open turn at the end.</summary>
    public override string ToString() => $"{_text}Bot:";

    private void AddTurn(string speaker, string text, bool isUser)
    {
        _text.Append(speaker);
        AppendQuoted(text.AsSpan().Trim());
        _text.Append('\n');
        EndsWithUser = isUser;
    }

    private void AppendQuoted(ReadOnlySpan<char> text)
    {
        while (true)
        {
            if (StartsTurn(text))
            {
                _text.Append(Quote);
            }

            int end = text.IndexOfAny(LineBreaks);
            if (end < 0)
            {
                _text.Append(text);
                return;
            }

            _text.Append(text[..(end + 1)]);
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
