using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Code blocks of a page as one program of a new project: what somebody has who pastes them in order.</summary>
/// <remarks>A block with <c>using</c> directives begins a program, one without goes on with the one before it. Types move to the end, as C# wants.</remarks>
internal sealed partial class PastedProgram
{
    private const string Console =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private const string Web =
        "global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; "
        + "global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; "
        + "global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    // Of a package that the tests do not have.
    private const string Lambda = "namespace Amazon.Lambda.Core { public interface ILambdaContext { System.TimeSpan RemainingTime { get; } } }";

    // Written by Aspire's SDK into an app host, for each project that it refers to.
    private const string Projects = "namespace Projects { public sealed class Api : Aspire.Hosting.IProjectMetadata { public string ProjectPath => \"\"; } }";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal) && !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<ISourceGenerator> Generators = FindGenerators();

    private readonly List<CompilationUnitSyntax> _blocks = [];

    private PastedProgram(int line) => Line = line;

    /// <summary>The line of the page at which the program begins.</summary>
    public int Line { get; }

    /// <summary>What the compiler refuses on a page, with the lines where the programs begin.</summary>
    public static IEnumerable<string> FaultsOf(string name, string page) =>
        from program in Of(page)
        from error in program.Errors()
        select $"{name}, from line {program.Line}: {error}";

    /// <summary>The programs of a page. Code for AWS's own clients is of packages that no project here has.</summary>
    public static IReadOnlyList<PastedProgram> Of(string page)
    {
        var programs = new List<PastedProgram>();
        foreach (Match block in Block().Matches(page))
        {
            string code = block.Groups["code"].Value;
            if (IsOfAwsClients(code))
            {
                continue;
            }

            CompilationUnitSyntax parsed = SyntaxFactory.ParseCompilationUnit(code, options: Options);
            if (programs.Count == 0 || parsed.Usings.Count > 0)
            {
                programs.Add(new PastedProgram(page[..block.Index].Count(c => c == '\n') + 2));
            }

            programs[^1]._blocks.Add(parsed);
        }

        return programs;
    }

    /// <summary>Whether a page has blocks that no compiler looks at.</summary>
    public static bool HasForeignBlocks(string page) => Block().Matches(page).Any(block => IsOfAwsClients(block.Groups["code"].Value));

    /// <summary>What the compiler refuses.</summary>
    public IEnumerable<string> Errors()
    {
        string source = string.Concat(_blocks.Select(block => block.Usings.ToFullString()))
            + string.Concat(_blocks.SelectMany(block => block.Members).OfType<GlobalStatementSyntax>().Select(statement => statement.ToFullString() + "\n"))
            + string.Concat(_blocks.SelectMany(block => block.Members).Where(member => member is not GlobalStatementSyntax)
                .Select(member => member.ToFullString() + "\n"));
        string global = source.Contains("WebApplication.", StringComparison.Ordinal) ? Console + Web : Console;
        bool runs = _blocks.Any(block => block.Members.Any(member => member is GlobalStatementSyntax));
        Compilation compilation = CSharpCompilation.Create(
            "pasted",
            [.. Sources(source).Append(global).Select(text => CSharpSyntaxTree.ParseText(text, Options))],
            References,
            new CSharpCompilationOptions(runs ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        if (source.Contains("JsonSerializerContext", StringComparison.Ordinal))
        {
            CSharpGeneratorDriver.Create(Generators, parseOptions: Options).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Concat(_blocks.SelectMany(block => block.GetDiagnostics()))
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()} at \"{TextAt(diagnostic.Location)}\"");
    }

    private static IEnumerable<string> Sources(string source)
    {
        yield return source;
        if (source.Contains("Amazon.Lambda", StringComparison.Ordinal))
        {
            yield return Lambda;
        }

        if (source.Contains("Projects.", StringComparison.Ordinal))
        {
            yield return Projects;
        }
    }

    // The code of before, or both packages side by side.
    private static bool IsOfAwsClients(string code) =>
        code.StartsWith("// AWS SDK", StringComparison.Ordinal) || code.StartsWith("// AWSSDK.", StringComparison.Ordinal)
            || code.Contains("Amazon.BedrockRuntime", StringComparison.Ordinal);

    private static string TextAt(Location location)
    {
        string line = location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString() ?? string.Empty;
        return line.Trim();
    }

    // The generator of JSON contexts is a part of the SDK, beside the reference assemblies.
    private static ImmutableArray<ISourceGenerator> FindGenerators()
    {
        string packs = Path.Combine(
            typeof(PastedProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "TargetingPacks").Value!,
                "Microsoft.NETCore.App.Ref");
        string generator = Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Last();
        return
        [
            .. Assembly.LoadFrom(generator).GetTypes()
                .Where(type => type is { IsAbstract: false, IsClass: true } && typeof(IIncrementalGenerator).IsAssignableFrom(type))
                .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
        ];
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
