using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the simulated guardrail finds in a text.</summary>
internal static partial class GuardrailText
{
    /// <summary>Pieces that look like personal information, in the order of the text.</summary>
    public static IEnumerable<(string Type, Match Match)> PersonalInformation(string text) =>
        EmailPattern().Matches(text).Select(match => ("EMAIL", match))
            .Concat(CardPattern().Matches(text).Select(match => ("CREDIT_DEBIT_CARD_NUMBER", match)))
            .OrderBy(found => found.match.Index);

    /// <summary>The word as it stands in the text; null when it does not.</summary>
    public static string? Word(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : text.Substring(at, word.Length);
    }

    /// <summary>Which part of the words of a text stand in another one.</summary>
    public static double Overlap(string text, string source)
    {
        string[] words = WordsOf(text);
        HashSet<string> known = new(WordsOf(source), StringComparer.OrdinalIgnoreCase);
        return words.Length == 0 ? 1 : Math.Round(words.Count(known.Contains) / (double)words.Length, 2);
    }

    private static string[] WordsOf(string text) => [.. WordPattern().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"\b\d(?:[ -]?\d){12,15}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CardPattern();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();
}
