using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bedrock.Toolkit.Analyzers.Tests;

/// <summary>The analyzers' two tables say what the library says.</summary>
public sealed partial class ModelTableTests
{
    private const string Head = "# Written from the library by ModelTableTests; change the library, not this file.\n";

    private static readonly string Repository = typeof(ModelTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    private static readonly IReadOnlyList<(PropertyInfo Property, Model Model)> Models =
    [
        .. typeof(BedrockClient).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => typeof(Model).IsAssignableFrom(property.PropertyType))
            .Select(property => (property, (Model)property.GetValue(null)!)),
    ];

    [Fact]
    public void RetiredModels_Table_IsTheLibrarys() => AssertTable(
        "RetiredModels.txt",
        Models.Where(known => known.Model.Lifecycle.Status == ModelStatus.Retired)
            .Select(known => $"{known.Model.Id}\t{known.Model.Lifecycle.EndOfLife:yyyy-MM-dd}\t{known.Model.Lifecycle.Replacement}"));

    [Fact]
    public void ModelPages_Table_IsTheLibrarys()
    {
        Dictionary<string, string> pages = Directory.EnumerateFiles(Path.Combine(Repository, "docs", "models"), "*.md")
            .Where(page => Path.GetFileName(page) != "rules.md")
            .SelectMany(page => Folders().Match(File.ReadAllText(page)).Groups[1].Value.Split(", ")
                .Select(folder => (folder, $"docs/models/{Path.GetFileName(page)}")))
            .ToDictionary(row => row.folder, row => row.Item2);
        Dictionary<string, string> folders =
            Directory.EnumerateFiles(Path.Combine(Repository, "src", "Bedrock.Toolkit", "Models"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file))
                .Select(match => (match.Groups[1].Value, Path.GetFileName(Path.GetDirectoryName(file)!))))
            .ToDictionary(row => row.Item1, row => row.Item2);

        IEnumerable<Type> requests = Models.Select(known => known.Model.RequestType).Concat(Models.Select(known => known.Property.DeclaringType!).Distinct()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => typeof(Model).IsAssignableFrom(method.ReturnType)
                && method.ReturnType is { IsConstructedGenericType: true, ContainsGenericParameters: false })
            .Select(method => method.ReturnType.GetGenericArguments()[0]));

        AssertTable("ModelPages.txt", requests.Select(type => $"{type.Name}\t{pages[folders[type.Name]]}"));
    }

    [Fact]
    public void Rules_All_HaveASectionOfThePage()
    {
        string page = File.ReadAllText(Path.Combine(Repository, "docs", "analyzers.md"));
        string[] ids = [.. Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct()];

        Assert.Equal(5, ids.Length);
        Assert.All(ids, id => Assert.Contains($"\n## {id}\n", page, StringComparison.Ordinal));
        Assert.All(Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics), rule =>
            Assert.EndsWith($"docs/analyzers.md#{rule.Id.ToLowerInvariant()}", rule.HelpLinkUri, StringComparison.Ordinal));
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() =>
        typeof(Rules).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    // The file is written anew when it differs, so that the next run of the test has it; this run fails.
    private static void AssertTable(string name, IEnumerable<string> rows)
    {
        string file = Path.Combine(Repository, "src", "Bedrock.Toolkit.Analyzers", name);
        string expected = Head + string.Concat(rows.Distinct().Order(StringComparer.Ordinal).Select(row => row + "\n"));
        string actual = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (actual != expected)
        {
            File.WriteAllText(file, expected);
            Assert.Fail($"{name} was not what the library says and has been written anew: look at the difference, build and commit it.");
        }
    }

    [GeneratedRegex("<!-- folders: (.*?) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Folders();

    [GeneratedRegex(@"^public sealed (?:partial )?class (\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
