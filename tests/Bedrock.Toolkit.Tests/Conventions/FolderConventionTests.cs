using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What holds for files and folders: every family is documented and tested, no file is too long.</summary>
public sealed partial class FolderConventionTests
{
    private const int MaxLines = 400;

    [Fact]
    public void Families_All_HaveADocsPageThatNamesTheirFolder()
    {
        Dictionary<string, string[]> pages = Directory.EnumerateFiles(Path.Combine(SourceFolders.Repository, "docs", "models"), "*.md")
            .ToDictionary(page => Path.GetFileName(page), page => FoldersOf(File.ReadLines(page).FirstOrDefault()));
        List<string> families = [.. Families()];

        Assert.True(families.Count > 3);
        ConventionFaults.AssertNone(
            (from page in pages where page.Value.Length == 0 select $"docs/models/{page.Key} must begin with <!-- folders: Claude --> or the like")
            .Concat(from family in families where !pages.Values.Any(
                folders => folders.Contains(family)) select $"no page in docs/models names the folder {family} in its first line")
            .Concat(from page in pages from folder in page.Value where !families.Contains(
                folder) select $"docs/models/{page.Key} names the folder {folder}, which does not exist"));
    }

    [Fact]
    public void Families_All_HaveSamples() => ConventionFaults.AssertNone(
        from family in Families()
        let folder = Path.Combine(SourceFolders.Repository, "tests", "Bedrock.Toolkit.Tests", "Samples", family)
        where !Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*.request*.json").Any()
        select $"tests/Bedrock.Toolkit.Tests/Samples/{family} has no samples: add those that docs/adding-a-model-family.md names");

    [Fact]
    public void Families_All_HaveTheirPublicApiFiles() => ConventionFaults.AssertNone(
        from family in Families()
        from file in (string[])["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"]
        where !File.Exists(Path.Combine(SourceFolders.Library, "Models", family, file))
        select $"Models/{family}/{file} is missing");

    [Fact]
    public void Families_All_HaveModelsAndOneJsonContext() => ConventionFaults.AssertNone(
        from family in Families()
        let files = Directory.EnumerateFiles(Path.Combine(SourceFolders.Library, "Models", family), "*.cs").Select(file => Path.GetFileName(file)).ToList()
        where !files.Exists(file => file.EndsWith("Models.cs", StringComparison.Ordinal))
            || files.Count(file => file.EndsWith("JsonContext.cs", StringComparison.Ordinal)) != 1
        select $"Models/{family} needs a …Models.cs and exactly one …JsonContext.cs");

    [Fact]
    public void Files_All_AreShortEnoughToRead() => ConventionFaults.AssertNone(
        from file in SourceFolders.Files("src").Concat(SourceFolders.Files("tests")).Concat(SourceFolders.Files("benchmarks"))
            .Concat(SourceFolders.Files("docs", "samples"))
            .Concat(SourceFolders.Files("tools"))
        where !file.EndsWith(".g.cs", StringComparison.Ordinal)
        let lines = File.ReadLines(file).Count()
        where lines > MaxLines
        select $"{SourceFolders.Relative(file)} has {lines} lines of at most {MaxLines}");

    [Fact]
    public void FoldersOf_FirstLine_ReadsTheNames()
    {
        Assert.Equal(["Claude"], FoldersOf("<!-- folders: Claude -->"));
        Assert.Equal(["Mistral", "MistralChat"], FoldersOf("<!-- folders: Mistral, MistralChat -->"));
        Assert.Empty(FoldersOf("# Claude"));
        Assert.Empty(FoldersOf(null));
    }

    private static IEnumerable<string> Families() => Directory
        .EnumerateDirectories(Path.Combine(SourceFolders.Library, "Models"))
        .Select(folder => Path.GetFileName(folder))
        .Where(folder => folder != "Vocabulary");

    private static string[] FoldersOf(string? line) =>
        FirstLine().Match(line ?? string.Empty) is { Success: true } match ? match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries) : [];

    [GeneratedRegex(@"^<!-- folders: ([\w, ]+?) -->$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}
