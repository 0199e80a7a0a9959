namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The pages of the docs, by their paths from the root of the repository.</summary>
internal static class DocsPages
{
    /// <summary>What stands at the root and is written for people.</summary>
    public static IReadOnlyList<string> AtTheRoot { get; } = ["CHANGELOG.md", "README.md", "SECURITY.md"];

    /// <summary>All pages, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. AtTheRoot,
        .. Directory.EnumerateFiles(Path.Combine(SourceFolders.Repository, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(SourceFolders.Relative)
            .Where(page => !page.Split('/').Any(folder => folder is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Pages whose code needs packages that only the tests of the ecosystem have, which compile them.</summary>
    public static IReadOnlyList<string> OfOtherPackages { get; } =
        ["docs/aspire.md", "docs/migrating-from-anthropic.md", "docs/migrating-from-openai.md"];

    /// <summary>A page's text.</summary>
    public static string Text(string page) => File.ReadAllText(Path.Combine(SourceFolders.Repository, page)).ReplaceLineEndings("\n");

    /// <summary>Whether a page has blocks of C#.</summary>
    public static bool HasCode(string page) => Text(page).Contains("```csharp\n", StringComparison.Ordinal);
}
