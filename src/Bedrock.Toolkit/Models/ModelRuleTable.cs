namespace Bedrock.Toolkit.Models;

/// <summary>The rules of all lines of chat models. Stateless and thread-safe.</summary>
internal static class ModelRuleTable
{
    // Within a family the first entry that fits counts; each family declares its own beside its ids.
    private static readonly ModelRuleEntry[][] Families =
    [
        ClaudeRules.Entries,
        NovaRules.Entries,
        TitanRules.Entries,
        LlamaRules.Entries,
        MistralRules.Entries,
        CommandRules.Entries,
        JambaRules.Entries,
        DeepSeekRules.Entries,
        ChatCompletionRules.Entries,
    ];

    /// <summary>All lines, in their order.</summary>
    public static IEnumerable<ModelRuleEntry> Entries => Families.SelectMany(static family => family);

    public static ModelRules Find(string baseModel)
    {
        foreach (ModelRuleEntry[] family in Families)
        {
            foreach (ModelRuleEntry entry in family)
            {
                if (entry.Fits(baseModel))
                {
                    return entry.Rules;
                }
            }
        }

        return ModelRules.Unknown;
    }
}

/// <summary>One line of models. Immutable.</summary>
/// <param name="Prefix">What its ids begin with.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="IsExact">Whether nothing but a date, a version or a colon may follow: <c>claude-opus-5</c> is not <c>claude-opus-5-6</c>.</param>
internal readonly record struct ModelRuleEntry(string Prefix, ModelRules Rules, bool IsExact = false)
{
    private const int DateLength = 8;

    public bool Fits(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = id.AsSpan(Prefix.Length);
        if (!IsExact || rest.IsEmpty || rest[0] == ':')
        {
            return true;
        }

        return rest[0] == '-' && rest.Length > 1 && (rest[1] == 'v' || DigitsOf(rest[1..]) == DateLength);
    }

    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        int count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }
}
