using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Code that the docs show is code that compiles: it equals the region of the sample that the comment before it names.</summary>
public sealed partial class DocsConventionTests
{
    [Fact]
    public void Readme_EveryCodeBlock_EqualsItsSample()
    {
        string readme = Text("README.md");

        Assert.True(Blocks(readme).Count() >= 4, "The README names fewer than four samples.");
        Assert.Equal(CSharpBlock().Count(readme), Blocks(readme).Count() + 1); // the first block has the namespaces and the client
        ConventionFaults.AssertNone(FaultsOf("README.md", readme));
    }

    [Fact]
    public void Docs_EveryNamedCodeBlock_EqualsItsSample() => ConventionFaults.AssertNone(
        Directory.EnumerateFiles(Path.Combine(SourceFolders.Repository, "docs"), "*.md", SearchOption.AllDirectories)
            .SelectMany(page => FaultsOf(SourceFolders.Relative(page), File.ReadAllText(page))));

    [Fact]
    public void Faults_OfABlockThatDiffers_AreFound()
    {
        const string differs = "<!-- docs/samples/readme.cs#call -->\n```csharp\nvar request = null;\n```\n";
        const string missing = "<!-- docs/samples/readme.cs#nothing -->\n```csharp\n```\n";
        const string noFile = "<!-- docs/samples/nothing.cs#call -->\n```csharp\n```\n";

        Assert.Single(FaultsOf("page", differs));
        Assert.Contains("has no region", Assert.Single(FaultsOf("page", missing)), StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Single(FaultsOf("page", noFile)), StringComparison.Ordinal);
    }

    private static IEnumerable<(string File, string Region, string Code)> Blocks(string page) =>
        NamedBlock().Matches(page).Select(match => (match.Groups["file"].Value, match.Groups["region"].Value, match.Groups["code"].Value));

    private static IEnumerable<string> FaultsOf(string name, string page)
    {
        foreach ((string file, string region, string code) in Blocks(page))
        {
            if (!File.Exists(Path.Combine(SourceFolders.Repository, file)))
            {
                yield return $"{name}: {file} does not exist";
            }
            else if (Region(Text(file), region) is not { } sample)
            {
                yield return $"{name}: {file} has no region {region}";
            }
            else if (sample != code)
            {
                yield return $"{name}: the block {file}#{region} differs from the sample:\n{sample}";
            }
        }
    }

    private static string? Region(string source, string name)
    {
        int start = source.IndexOf($"#region {name}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start = source.IndexOf('\n', start) + 1;
        return source[start..source.IndexOf("#endregion", start, StringComparison.Ordinal)];
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(SourceFolders.Repository, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"<!-- (?<file>docs/samples/[\w.-]+)#(?<region>[\w-]+) -->\n```csharp\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex NamedBlock();

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CSharpBlock();
}
