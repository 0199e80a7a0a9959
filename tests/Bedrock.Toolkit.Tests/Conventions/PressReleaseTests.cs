using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Every sentence of our press release and its answers has a proof: a test that exists, or a row of a benchmark that has its figures.</summary>
public sealed partial class PressReleaseTests
{
    private const string Test = "tests/Bedrock.Toolkit.Tests/Conventions/PressReleaseTests.cs";
    private const string Results = "benchmarks/Bedrock.Toolkit.Benchmarks/Results/UnaryCallBenchmarks.md";

    private static readonly string[] Sections = ["Press release", "Questions"];

    [Fact]
    public void Page_EveryClaim_HasItsProof()
    {
        string page = File.ReadAllText(Path.Combine(SourceFolders.Repository, "docs", "press-release-faq.md")).ReplaceLineEndings("\n");

        Assert.True(Claims(page).Count() > 40, "The sections with claims were not found.");
        ConventionFaults.AssertNone(FaultsOf(page));
    }

    [Theory]
    [InlineData("It is quick.[^t] It is small.[^t]", "test [PressReleaseTests](../" + Test + ")", null)]
    [InlineData("It is quick (goal).[^t] It is:[^t]", "test [PressReleaseTests.Page_EveryClaim_HasItsProof](../" + Test + ")", null)]
    [InlineData("It takes 10,490 bytes.[^t]", "benchmark [Invoke_Toolkit](../" + Results + ")", null)]
    [InlineData("It is quick.[^t] It is small.", "test [PressReleaseTests](../" + Test + ")", "no proof: It is small.")]
    [InlineData("It is quick:[^t]\n\nIt is small", "test [PressReleaseTests](../" + Test + ")", "no proof: It is small")]
    [InlineData("It is quick.[^t] It is small.[^u]", "test [PressReleaseTests](../" + Test + ")", "[^u] is not there")]
    [InlineData("It is quick (goal).", "test [PressReleaseTests](../" + Test + ")", "[^t] proves nothing")]
    [InlineData("It is quick.[^t]", "measured by hand", "[^t] links nothing")]
    [InlineData("It is quick.[^t]", "page [performance](performance.md)", "is neither a test nor a result")]
    [InlineData("It is quick.[^t]", "test [PressReleaseTests](../tests/Nothing.cs)", "tests/Nothing.cs does not exist")]
    [InlineData("It is quick.[^t]", "test [PressTests](../" + Test + ")", "has no test class PressTests")]
    [InlineData("It is quick.[^t]", "test [PressReleaseTests.Nothing](../" + Test + ")", "has no method Nothing")]
    [InlineData("It is quick.[^t]", "test [ConventionFaults](../tests/Bedrock.Toolkit.Tests/Conventions/ConventionFaults.cs)", "has no tests")]
    [InlineData("It is quick.[^t]", "test [PressReleaseTests.FaultOf](../" + Test + ")", "has no method FaultOf")]
    [InlineData("It is quick.[^t]", "benchmark [Invoke_Nothing](../" + Results + ")", "has no row Invoke_Nothing")]
    [InlineData("It takes 10,491 bytes.[^t]", "benchmark [Invoke_Toolkit](../" + Results + ")", "10,491 is in no row")]
    public void Faults_OfAClaimWithoutProof_AreFound(string claim, string proof, string? fault)
    {
        string page = $"## Customer\n\nNo claim.\n\n## Questions\n\n### Is it?\n\n{claim}\n\n```csharp\nint a;\n```\n\n## Not\n\nNo claim.\n\n[^t]: {proof}\n";

        if (fault is null)
        {
            ConventionFaults.AssertNone(FaultsOf(page));
        }
        else
        {
            Assert.Contains(fault, Assert.Single(FaultsOf(page)), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> FaultsOf(string page)
    {
        Dictionary<string, string> notes = Note().Matches(page).ToDictionary(note => note.Groups["name"].Value, note => note.Groups["text"].Value);
        List<string> claims = [.. Claims(page)];
        IEnumerable<string> used = claims.SelectMany(NamesOf).Distinct().ToList();
        return
        [
            .. from claim in claims where !Proven().IsMatch(claim) select $"no proof: {claim}",
            .. from name in used where !notes.ContainsKey(name) select $"[^{name}] is not there",
            .. from name in notes.Keys.Except(used) select $"[^{name}] proves nothing",
            .. from note in notes from fault in FaultsOf(note.Key, note.Value) select fault,
            .. from claim in claims from fault in FiguresThatDiffer(claim, notes) select fault,
        ];
    }

    // The sentences of the sections with claims; a line that introduces code is one too.
    private static IEnumerable<string> Claims(string page) =>
        from section in page.Split("\n## ")
        where Sections.Contains(section.Split('\n')[0])
        from paragraph in Code().Replace(Note().Replace(section, string.Empty), string.Empty).Split("\n\n").Skip(1)
        where !paragraph.StartsWith('#') && !string.IsNullOrWhiteSpace(paragraph)
        from sentence in SentenceEnd().Split(paragraph.Trim('\n', '*').ReplaceLineEndings(" "))
        select sentence.Trim();

    private static IEnumerable<string> NamesOf(string claim) => Reference().Matches(claim).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> FaultsOf(string name, string note)
    {
        MatchCollection links = Link().Matches(note);
        return links.Count == 0 ? [$"[^{name}] links nothing"] : links.Select(FaultOf).OfType<string>().Select(fault => $"[^{name}]: {fault}");
    }

    private static string? FaultOf(Match link)
    {
        string path = link.Groups["path"].Value;
        string[] proof = link.Groups["proof"].Value.Split('.');
        string file = Path.GetFullPath(Path.Combine(SourceFolders.Repository, "docs", path));
        string relative = SourceFolders.Relative(file);
        bool isResult = relative.StartsWith("benchmarks/Bedrock.Toolkit.Benchmarks/Results/", StringComparison.Ordinal);
        if (!isResult && !relative.StartsWith("tests/", StringComparison.Ordinal))
        {
            return $"{relative} is neither a test nor a result";
        }

        if (!File.Exists(file))
        {
            return $"{relative} does not exist";
        }

        if (isResult)
        {
            return Rows(relative, proof[0]).Any() ? null : $"{relative} has no row {proof[0]}";
        }

        // A part of a class may stand in a file beside it.
        string source = string.Concat(
            Directory.EnumerateFiles(Path.GetDirectoryName(file)!, proof[0] + "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        bool isRun = relative.StartsWith("tests/Bedrock.Toolkit.AotTests/", StringComparison.Ordinal) || HasTests().IsMatch(source);
        return !Regex.IsMatch(source, $@"\bclass {proof[0]}\b") ? $"{relative} has no test class {proof[0]}"
            : !isRun ? $"{relative} has no tests"
            : proof.Length > 1 && !Regex.IsMatch(source, $@"\bpublic (?:static )?(?:async )?(?:void|Task) {proof[1]}\(")
                ? $"{relative} has no method {proof[1]}"
            : null;
    }

    // Figures of three digits and more, or with a point: what a reader takes for a measurement.
    private static IEnumerable<string> FiguresThatDiffer(string claim, Dictionary<string, string> notes)
    {
        List<string> rows =
        [
            .. from name in NamesOf(claim)
               where notes.ContainsKey(name)
               from link in Link().Matches(notes[name])
               where link.Groups["path"].Value.Contains("/Results/", StringComparison.Ordinal)
               from row in Rows(link.Groups["path"].Value["../".Length..], link.Groups["proof"].Value)
               select row,
        ];
        return rows.Count == 0 ? [] : from Match figure in Figure().Matches(claim)
                                      where !rows.Any(row => row.Contains($" {figure.Value} ", StringComparison.Ordinal))
                                      select $"{figure.Value} is in no row of its benchmark: {claim}";
    }

    private static IEnumerable<string> Rows(string file, string method)
    {
        string path = Path.Combine(SourceFolders.Repository, file);
        return File.Exists(path) ? File.ReadLines(path).Where(line => line.StartsWith($"| {method} |", StringComparison.Ordinal)) : [];
    }

    [GeneratedRegex(@"^\[\^(?<name>[\w-]+)\]: (?<text>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\[\^(?<name>[\w-]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[(?<proof>[\w.]+)\]\((?<path>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[\w-]+\]$|\(goal\b[^)]*\)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Proven();

    [GeneratedRegex(@"(?<=[.!?](?:\[\^[\w-]+\])*)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^ *\[\w*(?:Fact|Theory|Property)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HasTests();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b|\b\d{3,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
