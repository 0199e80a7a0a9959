using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The words of simulated chat models: what they answer, how it is counted, cut and streamed.</summary>
internal static class SimulatedText
{
    private const int WordsInPiece = 3;
    private const int MaxRestatedWords = 60;

    // Families answer without waiting, each on the thread of its call.
    [ThreadStatic]
    private static string? _scripted;
    [ThreadStatic]
    private static bool _isSaid;

    /// <summary>Whether the words of this answer are set up: then it calls no tool.</summary>
    public static bool IsScripted => _scripted is not null;

    /// <summary>Has a family say certain words in place of its own.</summary>
    /// <exception cref="InvalidOperationException">The family answers with something else than words.</exception>
    public static T Scripted<T>(string words, string model, Func<T> answer)
    {
        (_scripted, _isSaid) = (words, false);
        try
        {
            T said = answer();
            return _isSaid ? said : throw new InvalidOperationException($"The model '{model}' does not answer with a text: set up Reply(response).");
        }
        finally
        {
            _scripted = null;
        }
    }

    /// <summary>An answer that shows what was understood of the request.</summary>
    /// <param name="prompt">The last text of the user.</param>
    /// <param name="system">The system text, if the family has one and it was given.</param>
    /// <param name="attachments">How many images or documents came along.</param>
    public static string Answer(string prompt, string? system, int attachments = 0)
    {
        string instruction = string.IsNullOrWhiteSpace(system) ? string.Empty : $"Keeping to the instruction \"{Restate(system)}\": ";
        string enclosed = attachments switch
        {
            0 => string.Empty,
            1 => " One attachment came with it.",
            _ => $" {attachments} attachments came with it.",
        };
        return $"{instruction}You wrote \"{Restate(prompt)}\".{enclosed} I am a simulated model and glad to help: the same words always get this same answer.";
    }

    /// <summary>An answer to the result of a tool.</summary>
    public static string AnswerToTool(string result) => $"The tool answered: {Restate(result)}. I hope that helps.";

    /// <summary>How many tokens a text counts: four for three words.</summary>
    public static int Tokens(string text) => TokensOfWords(Words(text));

    /// <summary>How many tokens all texts inside a JSON value count.</summary>
    public static int Tokens(JsonElement element) => TokensOfWords(Words(element));

    /// <summary>Cuts a text at the first stop sequence, then at the token limit.</summary>
    /// <returns>The text; the stop sequence that ended it; whether the limit ended it; how many tokens were written.</returns>
    public static (string Text, string? StopSequence, bool IsCut, int Tokens) Finish(string text, IReadOnlyList<string> stopSequences, int maxTokens)
    {
        if (_scripted is { } scripted)
        {
            _isSaid = true;
            return (scripted, null, false, Tokens(scripted));
        }

        string? stop = null;
        foreach (string sequence in stopSequences)
        {
            int at = sequence.Length == 0 ? -1 : text.IndexOf(sequence, StringComparison.Ordinal);
            if (at >= 0)
            {
                text = text[..at];
                stop = sequence;
            }
        }

        int tokens = Tokens(text);
        if (tokens <= maxTokens)
        {
            return (text, stop, false, tokens);
        }

        text = FirstWords(text, Math.Max(1, maxTokens * 3 / 4));
        return (text, null, true, maxTokens);
    }

    /// <summary>Cuts a text into pieces of a few words, as a stream has them; joined they are the text.</summary>
    public static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        int start = 0;
        int words = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]) && ++words == WordsInPiece)
            {
                pieces.Add(text[start..i]);
                start = i;
                words = 0;
            }
        }

        if (start < text.Length)
        {
            pieces.Add(text[start..]);
        }

        return pieces;
    }

    /// <summary>A text on one line, without what goes beyond a paragraph.</summary>
    private static string Restate(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MaxRestatedWords
            ? string.Join(' ', words)
            : string.Join(' ', words.AsSpan(0, MaxRestatedWords)!) + " …";
    }

    private static string FirstWords(string text, int count)
    {
        int words = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]) && ++words == count)
            {
                return text[..i];
            }
        }

        return text;
    }

    private static int Words(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool isWord = !char.IsWhiteSpace(c);
            words += isWord && !inside ? 1 : 0;
            inside = isWord;
        }

        return words;
    }

    private static int Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Words(element.GetString()!),
        JsonValueKind.Array => element.EnumerateArray().Sum(Words),
        JsonValueKind.Object => element.EnumerateObject().Sum(p => Words(p.Value)),
        _ => 0,
    };

    private static int TokensOfWords(int words) => ((words * 4) + 2) / 3;
}
