namespace Bedrock.Toolkit.Models;

/// <summary>How the pieces of a stream come together.</summary>
internal static class StreamPieces
{
    /// <summary>Adds a piece of a text; a text of which no piece came stays null.</summary>
    public static void Append(ref StringBuilder? whole, string? piece)
    {
        if (piece is not null)
        {
            (whole ??= new StringBuilder()).Append(piece);
        }
    }

    /// <summary>The whole text, with U+FFFD in the place of half a surrogate pair whose other half never came; null when no piece came.</summary>
    [return: NotNullIfNotNull(nameof(whole))]
    public static string? TextOf(StringBuilder? whole) => whole is null ? null : LoneSurrogates.MendText(whole.ToString());

    /// <summary>Adds unknown members: later values replace earlier ones.</summary>
    public static void Merge(ref Dictionary<string, JsonElement>? known, IDictionary<string, JsonElement>? more)
    {
        foreach ((string name, JsonElement value) in more ?? new Dictionary<string, JsonElement>())
        {
            (known ??= [])[name] = value;
        }
    }

    /// <summary>What stands under an index, made when its first piece comes.</summary>
    public static T At<T>(SortedDictionary<int, T> wholes, int index)
        where T : new()
    {
        if (!wholes.TryGetValue(index, out T? whole))
        {
            wholes.Add(index, whole = new T());
        }

        return whole;
    }
}
