using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

/// <summary>The samples are what the analyzers want.</summary>
public sealed class SampleTests
{
    // Its subject is every model, the retired ones too.
    private const string WithRetiredModels = "every-model.cs";

    private static readonly string Folder = Path.Combine(
        typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs", "samples");

    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_HasNoDiagnostics(string name)
    {
        string code = await File.ReadAllTextAsync(Path.Combine(Folder, name));
        string program = string.Join('\n', code.Split('\n')
            .Where(line => !line.StartsWith("#!", StringComparison.Ordinal) && !line.StartsWith("#:", StringComparison.Ordinal)));

        IReadOnlyList<Diagnostic> diagnostics = await AnalyzedCode.File("using System; using System.Linq; using System.Threading.Tasks;\n" + program)
            .DiagnosticsAsync();

        Assert.DoesNotContain(diagnostics, diagnostic => name != WithRetiredModels || diagnostic.Id != Rules.RetiredModelId);
    }
}
