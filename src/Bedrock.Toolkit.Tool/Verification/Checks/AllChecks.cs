namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>All checks.</summary>
internal static class AllChecks
{
    /// <summary>The checks in their order: it begins with calls that fail when nothing can be called.</summary>
    /// <param name="settings">Where they run: the ids of profiles begin with the Region's geography.</param>
    public static IReadOnlyList<VerifyCheck> For(VerifySettings settings) =>
    [
        .. TextFamilyChecks.All(settings),
        .. ConverseChecks.All(settings),
        .. ToolChecks.All(settings),
        .. VectorChecks.All(settings),
        .. DoorChecks.All(settings),
        .. ErrorChecks.All(settings),
        .. AccountChecks.All(settings),
    ];

    /// <summary>Those that were asked for.</summary>
    /// <param name="all">All of them.</param>
    /// <param name="only">Ids; all when empty.</param>
    /// <param name="families">Families and parts; all when empty.</param>
    /// <exception cref="ArgumentException">There is no such check or family; the message names those that there are.</exception>
    public static IReadOnlyList<VerifyCheck> Choose(IReadOnlyList<VerifyCheck> all, IReadOnlyList<string> only, IReadOnlyList<string> families)
    {
        if (only.FirstOrDefault(id => all.All(check => check.Id != id)) is { } unknown)
        {
            throw new ArgumentException($"There is no check '{unknown}': --list prints all.", nameof(only));
        }

        if (families.FirstOrDefault(family => all.All(check => check.Family != family)) is { } other)
        {
            throw new ArgumentException(
                $"There is no family '{other}': it is one of {string.Join(", ", all.Select(static check => check.Family).Distinct())}.", nameof(families));
        }

        return [.. all.Where(check => (only.Count == 0 || only.Contains(check.Id)) && (families.Count == 0 || families.Contains(check.Family)))];
    }
}
