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

    /// <summary>The input of a tool from its pieces.</summary>
    /// <param name="pieces">The JSON, as far as it came.</param>
    /// <param name="ifNone">What no piece at all stands for.</param>
    /// <param name="text">How a string is written.</param>
    public static JsonElement InputOf(StringBuilder? pieces, JsonElement ifNone, JsonTypeInfo<string> text)
    {
        if (pieces is not { Length: > 0 })
        {
            return ifNone;
        }

        string whole = TextOf(pieces);
        try
        {
            return RawJson.Parse(LoneSurrogates.MendJson(whole));
        }
        catch (JsonException)
        {
            // Cut short, or no JSON at all: nothing of what the model wrote may be lost, so it is kept as a JSON string.
            return JsonSerializer.SerializeToElement(whole, text);
        }
    }

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
