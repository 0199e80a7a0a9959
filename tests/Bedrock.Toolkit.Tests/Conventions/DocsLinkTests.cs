using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Every link of a page leads to a file and a heading of the repository, and the index leads to every page.</summary>
public sealed partial class DocsLinkTests
{
    private const string Index = "docs/README.md";

    // By class, which has the name of its files.
    private static readonly Lazy<Dictionary<string, string>> TestSources = new(() => SourceFolders.Files("tests")
        .GroupBy(file => Path.GetFileName(file).Split('.')[0]).ToDictionary(group => group.Key, group => string.Concat(group.Select(File.ReadAllText))));

    [Fact]
    public void Pages_EveryRelativeLink_LeadsToAFileAndAHeading() =>
        ConventionFaults.AssertNone(DocsPages.All.SelectMany(page => FaultsOf(page, DocsPages.Text(page))));

    [Fact]
    public void Pages_EveryTestThatIsNamed_IsThere() => ConventionFaults.AssertNone(DocsPages.All.SelectMany(page => TestFaultsOf(page, DocsPages.Text(page))));

    [Theory]
    [InlineData("`NoSuchTests`", 1)]
    [InlineData("`DocsLinkTests.No_Such_Test`", 1)]
    [InlineData("`DocsLinkTests`, `DocsLinkTests.Index_EveryPage_IsLinked`", 0)]
    public void Faults_OfATestThatIsNotThere_AreFound(string text, int faults) => Assert.Equal(faults, TestFaultsOf("page", text).Count());

    [Fact]
    public void Index_EveryPage_IsLinked()
    {
        HashSet<string> linked = [.. Links(DocsPages.Text(Index)).Select(link => Target(Index, link)).OfType<string>()];
        ConventionFaults.AssertNone(DocsPages.All.Except(DocsPages.AtTheRoot).Where(page => page != Index && !IsIn(linked, page))
            .Select(page => $"{Index} leads to {page} nowhere"));
    }

    [Fact]
    public void Pages_OfTheModels_NameEveryIdOfTheLibrary()
    {
        string text = string.Concat(DocsPages.All.Where(page => page.StartsWith("docs/models/", StringComparison.Ordinal)).Select(DocsPages.Text));
        ConventionFaults.AssertNone(KnownModels.All.Select(known => known.Model.Id.Value).Distinct()
            .Where(id => !text.Contains($"`{id}`", StringComparison.Ordinal)).Select(id => $"no page in docs/models names {id}"));
    }

    [Theory]
    [InlineData("[a](no-such-page.md)", "no-such-page.md is not there")]
    [InlineData("[a](converse.md#no-such-heading)", "converse.md has no heading #no-such-heading")]
    [InlineData("[a](#no-such-heading)", "docs/page.md has no heading #no-such-heading")]
    [InlineData("![a](images/none.svg)", "images/none.svg is not there")]
    [InlineData("[a](../../elsewhere.md)", "../../elsewhere.md is not there")]
    [InlineData("[a](Converse.md)", "Converse.md is not there")]
    [InlineData("[a](decisions#one)", "decisions has no heading #one")]
    [InlineData("[`a`][1]\n\n[1]: no-such-page.md", "no-such-page.md is not there")]
    [InlineData("See `docs/no-such-page.md`.", "docs/no-such-page.md is not there")]
    public void Faults_OfALinkToNowhere_AreFound(string text, string fault) =>
        Assert.Equal("docs/page.md: " + fault, Assert.Single(FaultsOf("docs/page.md", "# Page\n\n" + text + "\n")));

    [Theory]
    [InlineData("[a](converse.md#typed-answers), [b](../README.md), [c](decisions), [d](#page), [e](https://aws.amazon.com/x#y)")]
    [InlineData("```csharp\nvar x = Map[0](no_such.Page);\n```")]
    [InlineData("See `docs/converse.md`, `errors.md` and `list[0](x)`.")]
    [InlineData("## Page\n\n[second](#page-1)")]
    public void Faults_OfALinkThatLeads_AreNone(string text) => Assert.Empty(FaultsOf("docs/page.md", "# Page\n\n" + text + "\n"));

    [Theory]
    [InlineData("## What is `left` out?", "what-is-left-out")]
    [InlineData("### BRT0001: [Obsolete] models, `a_b`-c", "brt0001-obsolete-models-a_b-c")]
    [InlineData("## [Unreleased](x.md)", "unreleased")]
    public void Headings_OfAPage_HaveTheAnchorsOfGitHub(string heading, string anchor) => Assert.Equal([anchor], Headings(heading));

    private static IEnumerable<string> FaultsOf(string page, string text)
    {
        foreach (string link in Links(text))
        {
            string[] parts = link.Split('#', 2);
            if (Target(page, link) is not { } target)
            {
                yield return $"{page}: {parts[0]} is not there";
            }
            else if (parts.Length == 2 && !HeadingsOf(page, text, target).Contains(parts[1]))
            {
                yield return $"{page}: {(target == page ? page : parts[0])} has no heading #{parts[1]}";
            }
        }

        // Pages that are named without a link, from the root or from the page's folder.
        foreach (string name in PageName().Matches(WithoutBlocks(text)).Select(match => match.Groups[1].Value))
        {
            if (!IsThere(name) && Target(page, name) is null)
            {
                yield return $"{page}: {name} is not there";
            }
        }
    }

    private static IEnumerable<string> TestFaultsOf(string page, string text) =>
        from Match match in TestName().Matches(text)
        let source = TestSources.Value.GetValueOrDefault(match.Groups[1].Value)
        where source is null || !source.Contains(" " + match.Groups[2].Value, StringComparison.Ordinal)
        select $"{page}: {match.Value} is no test";

    /// <summary>The file or folder of a link, from the root; null where there is none.</summary>
    private static string? Target(string page, string link)
    {
        string path = link.Split('#', 2)[0];
        string full = Path.GetFullPath(path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path), SourceFolders.Repository);
        string target = SourceFolders.Relative(full);
        return path.Length == 0 ? page : !target.StartsWith("..", StringComparison.Ordinal) && IsThere(target) ? target : null;
    }

    private static bool IsThere(string path) =>
        File.Exists(Path.Combine(SourceFolders.Repository, path)) || Directory.Exists(Path.Combine(SourceFolders.Repository, path));

    private static bool IsIn(HashSet<string> linked, string page) =>
        linked.Contains(page) || (Path.GetDirectoryName(page) is { } folder && folder != "docs" && linked.Contains(folder.Replace('\\', '/')));

    private static IEnumerable<string> Links(string text)
    {
        string prose = Code().Replace(WithoutBlocks(text), "code");
        return Link().Matches(prose).Concat(Definition().Matches(prose)).Select(match => match.Groups[1].Value)
            .Where(link => !Outside().IsMatch(link)).Distinct();
    }

    private static List<string> HeadingsOf(string page, string text, string target) =>
        target == page ? Headings(text) : target.EndsWith(".md", StringComparison.Ordinal) ? Headings(DocsPages.Text(target)) : [];

    private static List<string> Headings(string text)
    {
        var anchors = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(WithoutBlocks(text)))
        {
            string plain = Link().Replace(heading.Groups[1].Value, string.Empty).ToLowerInvariant();
            string anchor = string.Concat(plain.Trim().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
            int count = seen[anchor] = seen.GetValueOrDefault(anchor, -1) + 1;
            anchors.Add(count == 0 ? anchor : $"{anchor}-{count}");
        }

        return anchors;
    }

    private static string WithoutBlocks(string text) => Block().Replace(text, string.Empty);

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("`[^`\\n]+`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("`((?:[A-Za-z][\\w-]*/)*[\\w-]+\\.md)`", RegexOptions.CultureInvariant)]
    private static partial Regex PageName();

    [GeneratedRegex("`([A-Z]\\w*Tests)(?:\\.(\\w*))?`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();

    // The end of a link: its text may have brackets and code.
    [GeneratedRegex("\\]\\(([^()\\s]+)(?: +\"[^\"]*\")?\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^\\[[^\\]^][^\\]]*\\]: +(\\S+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex("^#{1,6} +(.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A(?:[a-z]+:|//)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
