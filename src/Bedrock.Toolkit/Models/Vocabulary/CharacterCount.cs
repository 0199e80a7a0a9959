namespace Bedrock.Toolkit;

/// <summary>Counts the characters of a text as limits mean them: a surrogate pair is one, so that only what is too long by every way of counting is
/// refused.</summary>
internal static class CharacterCount
{
    /// <summary>Whether a text has more characters than a limit.</summary>
    public static bool Exceeds(string text, int most)
    {
        if (text.Length <= most)
        {
            return false;
        }

        int count = 0;
        foreach (char c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count > most;
    }
}
