using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>What the analyzers report; <c>docs/analyzers.md</c> explains each.</summary>
internal static class Rules
{
    public const string RetiredModelId = "BRT0001";
    public const string WrongRequestId = "BRT0002";
    public const string UnreadStreamId = "BRT0003";
    public const string SecretInSourceId = "BRT0004";
    public const string BlockingCallId = "BRT0005";

    private const string Usage = "Usage";
    private const string Security = "Security";

    /// <summary>The id of a retired model as a literal; what a retired model's name gives from the compiler.</summary>
    public static readonly DiagnosticDescriptor RetiredModel = new(
        RetiredModelId,
        "The model is retired",
        "'{0}' is past its end of life on demand{1}: use '{2}'",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "AWS no longer serves the model on demand. Suppress the warning for a provisioned, custom or imported copy.",
        helpLinkUri: Link("docs/analyzers.md#brt0001"));

    /// <summary>A request of another family: the compiler says only that it cannot infer type arguments.</summary>
    public static readonly DiagnosticDescriptor WrongRequest = new(
        WrongRequestId,
        "The model takes another request",
        "'{0}' takes '{1}', not '{2}': see {3}",
        Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every model has the request type of its family.",
        helpLinkUri: Link("docs/analyzers.md#brt0002"));

    /// <summary>A call that the model does not have: a stream of a model that has none.</summary>
    public static readonly DiagnosticDescriptor WrongCall = new(
        WrongRequestId,
        "The model takes another request",
        "'{0}' cannot be called by '{1}', but by '{2}': see {3}",
        Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every model has the request type of its family.",
        helpLinkUri: Link("docs/analyzers.md#brt0002"));

    /// <summary>A stream without a reader: nothing is sent, or a connection stays open.</summary>
    public static readonly DiagnosticDescriptor UnreadStream = new(
        UnreadStreamId,
        "The stream is never read",
        "The stream of '{0}' is never read nor disposed: {1}",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stream sends nothing before it is read, and one that is open holds a connection until it is read to its end or disposed.",
        helpLinkUri: Link("docs/analyzers.md#brt0003"));

    /// <summary>A key or secret in the source.</summary>
    public static readonly DiagnosticDescriptor SecretInSource = new(
        SecretInSourceId,
        "A credential is written in the source",
        "{0} is written in the source: whoever reads the code or the assembly has it; take it from the environment, a profile or a secret store",
        Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What is compiled in is in every copy of the repository and of the assembly, and cannot be changed without a build.",
        helpLinkUri: Link("docs/analyzers.md#brt0004"));

    /// <summary>A thread that waits for a call.</summary>
    public static readonly DiagnosticDescriptor BlockingCall = new(
        BlockingCallId,
        "A thread waits for a call",
        "'{0}' holds a thread until '{1}' has its answer, which may take minutes: await it",
        Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A thread that waits is missing elsewhere, and with a synchronisation context it may wait for itself.",
        helpLinkUri: Link("docs/analyzers.md#brt0005"));

    /// <summary>The address of a file of the repository; its path as long as the repository has no address.</summary>
    /// <param name="path">The path from the root.</param>
    /// <returns>The address or the path.</returns>
    public static string Link(string path)
    {
        string? address = typeof(Rules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == "RepositoryAddress")?.Value;
        return string.IsNullOrEmpty(address) ? path : $"{address}/blob/HEAD/{path}";
    }
}
