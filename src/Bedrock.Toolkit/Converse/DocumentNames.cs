namespace Bedrock.Toolkit.Converse;

/// <summary>Names of documents as Converse takes them: letters, digits, single spaces, hyphens, parentheses and brackets. Stateless and thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html</remarks>
public static class DocumentNames
{
    /// <summary>The longest name.</summary>
    public const int MaxLength = 200;

    private const string Neutral = "Document";

    /// <summary>Makes a name out of any text: other characters become spaces, runs of spaces one, and what is left is cut to 200.</summary>
    /// <remarks><c>Sanitise("Q3_report.final.pdf")</c> is <c>Q3 report final pdf</c>. Letters and digits are those of ASCII; others become spaces
    /// too.</remarks>
    /// <param name="text">The text, such as a file name.</param>
    /// <returns>The name; <c>Document</c> when nothing is left.</returns>
    public static string Sanitise(string? text)
    {
        var name = new StringBuilder();
        foreach (char c in text ?? string.Empty)
        {
            if (IsAllowed(c) && c != ' ')
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != ' ')
            {
                name.Append(' ');
            }

            if (name.Length == MaxLength)
            {
                break;
            }
        }

        string trimmed = name.ToString().TrimEnd();
        return trimmed.Length == 0 ? Neutral : trimmed;
    }

    /// <summary>Makes a name that none of the others has: with a number in parentheses where it is taken.</summary>
    /// <param name="text">The text, such as a file name; sanitised first.</param>
    /// <param name="taken">The names in use.</param>
    /// <returns>The name.</returns>
    public static string Unique(string? text, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        string name = Sanitise(text);
        string candidate = name;
        for (int number = 2; taken.Contains(candidate); number++)
        {
            string suffix = $" ({number})";
            candidate = name[..Math.Min(name.Length, MaxLength - suffix.Length)].TrimEnd() + suffix;
        }

        return candidate;
    }

    /// <summary>Whether the service takes a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it needs no change.</returns>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= MaxLength }
        && !string.IsNullOrWhiteSpace(name)
        && name.All(IsAllowed)
        && !name.Contains("  ", StringComparison.Ordinal);

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '(' or ')' or '[' or ']';
}
