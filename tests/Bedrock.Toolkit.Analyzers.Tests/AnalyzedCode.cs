using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Bedrock.Toolkit.Analyzers.Tests;

/// <summary>Statements of a user of the library, with what the analyzers say of them and what the fixes make of them.</summary>
internal sealed class AnalyzedCode
{
    private const string Before =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Amazon.Runtime;
        using Bedrock.Toolkit;
        using Bedrock.Toolkit.Converse;
        using Bedrock.Toolkit.Models;

        public static class Snippet
        {
            public static async Task RunAsync(IBedrockClient bedrock)
            {
                await Task.Yield();

        """;

    private const string After = "\n    }\n}\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(Rules).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly IReadOnlyList<CodeFixProvider> Fixes =
    [
        .. typeof(AsyncCode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly IReadOnlyList<MetadataReference> Library =
    [
        MetadataReference.CreateFromFile(typeof(BedrockClient).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.Runtime.AWSCredentials).Assembly.Location),
    ];

    private readonly Document _document;

    private AnalyzedCode(string source, bool withLibrary)
    {
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "snippet",
            "snippet",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: withLibrary ? Platform.Concat(Library) : Platform));
        _document = project.AddDocument("Snippet.cs", SourceText.From(source));
    }

    /// <summary>Statements in an asynchronous method that has <c>bedrock</c>.</summary>
    public static AnalyzedCode Statements(string code) => new(Before + code + After, withLibrary: true);

    /// <summary>A whole file.</summary>
    public static AnalyzedCode File(string code, bool withLibrary = true) => new(code, withLibrary);

    /// <summary>What the analyzers say, in order.</summary>
    public Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync() => DiagnosticsAsync(_document);

    /// <summary>The errors of the compiler, by id.</summary>
    public async Task<IReadOnlyList<string>> CompilerErrorsAsync() => ErrorsOf((await _document.Project.GetCompilationAsync())!);

    /// <summary>Applies the one fix of the one diagnostic, checks that it compiles and that nothing is left to say, and gives the statements.</summary>
    /// <returns>The statements; null when no fix is offered.</returns>
    public async Task<string?> FixedAsync()
    {
        Diagnostic diagnostic = Assert.Single(await DiagnosticsAsync());
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        ApplyChangesOperation change = (await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Document mended = change.ChangedSolution.GetDocument(_document.Id)!;
        Assert.Empty(ErrorsOf((await mended.Project.GetCompilationAsync())!));
        Assert.Empty(await DiagnosticsAsync(mended));
        string text = (await mended.GetTextAsync()).ToString();
        return text.StartsWith(Before, StringComparison.Ordinal) ? text[Before.Length..^After.Length].Trim() : text;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. all.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static List<string> ErrorsOf(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)];
}
