namespace Bedrock.Toolkit.Models;

/// <summary>Takes the force out of a prompt template's special tokens where they stand in the text of a turn. Immutable and thread-safe.</summary>
/// <remarks>
/// One rule for every family that renders a prompt: a space goes behind the first character of the token (<c>&lt; |eot_id|></c>, <c>[ INST]</c>),
/// and nothing is removed, so that no other token can come together from what is left. Letter case, invisible and combining characters, and
/// look-alikes of the brackets, bars, slashes, lines and letters do not matter for finding a token.
/// </remarks>
internal sealed class SpecialTokens
{
    private const int LongestName = 64;

    // Look-alikes by the ASCII character that they are taken for.
    private static readonly (char Plain, string LookAlikes)[] Folds =
    [
        ('<', "\uFF1C\uFE64\u2039\u2329\u3008\u27E8\u02C2\u1438\u276E\u2770\u276C\u00AB\u300A"),
        ('>', "\uFF1E\uFE65\u203A\u232A\u3009\u27E9\u02C3\u1433\u276F\u2771\u276D\u00BB\u300B"),
        ('[', "\uFF3B\u3010\u27E6\u2772\u3014\u301A"),
        (']', "\uFF3D\u3011\u27E7\u2773\u3015\u301B"),
        ('|', "\uFF5C\u2223\u2502\u2503\u01C0\u2758\u2759\u275A\u23D0\uFFE8\u258F\u2595\u00A6\u4E28\uFE31\u05C0\u2016\u2225"),
        ('/', "\uFF0F\u2044\u2215\u29F8\u2571"),
        ('_', "\uFF3F\u2581\uFE4D\uFE4E\uFE4F\u2017\u02CD"),
        ('a', "\u0430\u0410\u0391\u03B1"), ('c', "\u0441\u0421"), ('d', "\u0501"), ('e', "\u0435\u0415\u0395"), ('h', "\u04BB\u041D\u0397"),
        ('i', "\u0456\u0406\u0399\u03B9\u0131\u04CF"), ('k', "\u043A\u041A\u039A\u03BA"), ('n', "\u039D\u0578"), ('s', "\u0455\u0405\u017F"),
        ('t', "\u0442\u0422\u03A4\u03C4"), ('y', "\u0443\u0423\u03A5\u04AF\u04AE"),
    ];

    private static readonly Dictionary<char, char> Plain = Folds
        .SelectMany(fold => fold.LookAlikes.Select(lookAlike => (lookAlike, fold.Plain)))
        .ToDictionary(pair => pair.lookAlike, pair => pair.Plain);

    private static readonly SearchValues<char> Openers = SearchValues.Create(
        "<[" + string.Concat(Folds.Where(fold => fold.Plain is '<' or '[').Select(fold => fold.LookAlikes)));

    private readonly bool _hasBarred;
    private readonly string[] _tags;

    /// <param name="hasBarred">Whether everything of the form <c>&lt;|name|></c> counts as a token: the sets grow with each model.</param>
    /// <param name="tags">The tokens of other forms, in lower case.</param>
    public SpecialTokens(bool hasBarred, params string[] tags)
    {
        _hasBarred = hasBarred;
        _tags = tags;
    }

    /// <summary>The text with no token in it.</summary>
    public string Neutralise(string text)
    {
        if (!text.AsSpan().ContainsAny(Openers))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        List<int> ends = [];
        Fold(text, folded, ends);
        string plain = folded.ToString();
        StringBuilder? changed = null;
        int taken = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '<' or '[' && IsToken(plain.AsSpan(i)))
            {
                changed ??= new StringBuilder(text.Length + 8);
                changed.Append(text, taken, ends[i] - taken).Append(' ');
                taken = ends[i];
            }
        }

        return changed is null ? text : changed.Append(text, taken, text.Length - taken).ToString();
    }

    /// <summary>Writes the text as it is compared, and for each of its characters where the original of it ends.</summary>
    private static void Fold(string text, StringBuilder folded, List<int> ends)
    {
        for (int i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length) != OperationStatus.Done)
            {
                length = 1;
            }

            i += length;
            if (!IsInvisible(rune))
            {
                folded.Append(Fold(rune));
                ends.Add(i);
            }
        }
    }

    private static bool IsInvisible(Rune rune) => !Rune.IsWhiteSpace(rune) && (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(
            rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static char Fold(Rune rune) => rune.Value switch
    {
        // Letters of the mathematical alphabets: runs of 26 capitals and 26 small ones.
        >= 0x1D400 and <= 0x1D6A3 => (char)('a' + ((rune.Value - 0x1D400) % 26)),
        > char.MaxValue => '\uFFFD',
        _ when Plain.TryGetValue((char)rune.Value, out char plain) => plain,
        >= 0xFF01 and <= 0xFF5E => char.ToLowerInvariant((char)(rune.Value - 0xFF00 + 0x20)),
        _ => char.ToLowerInvariant((char)rune.Value),
    };

    private bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (string tag in _tags)
        {
            if (text.StartsWith(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return _hasBarred && IsBarred(text);
    }

    private static bool IsBarred(ReadOnlySpan<char> text)
    {
        if (text is not ['<', '|', ..])
        {
            return false;
        }

        int end = text[2..].IndexOf('|');
        return end is > 0 and <= LongestName && text[(end + 2)..] is ['|', '>', ..] && !HasSpace(text.Slice(2, end));
    }

    private static bool HasSpace(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
