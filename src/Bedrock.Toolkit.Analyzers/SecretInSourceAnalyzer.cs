using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Finds API keys and AWS credentials that are written in the source. No message holds a part of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInSourceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that names the environment variable to read instead; only where that is sure to be right.</summary>
    internal const string VariableProperty = "Variable";

    private const string ApiKey = "ApiKey";
    private const string ApiKeyVariable = "AWS_BEARER_TOKEN_BEDROCK";
    private const int AccessKeyLength = 20;
    private const int MinApiKeyLength = 40;

    // AWS's own keys and secrets are longer; "test" for a local server is no secret.
    private const int MinCredentialLength = 16;

    private static readonly string[] SecretVariables = [ApiKeyVariable, "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.SecretInSource];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Find(start.Compilation) is not null)
            {
                start.RegisterOperationAction(AnalyzeLiteral, OperationKind.Literal);
                start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
                start.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
                start.RegisterOperationAction(AnalyzeVariable, OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeLiteral(OperationAnalysisContext context)
    {
        if (TextOf(context.Operation) is { } text && KindOf(text) is { } kind)
        {
            Report(context, context.Operation, kind);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: ApiKey } property } && LibraryTypes.Owns(property))
        {
            ReportUnlessFound(context, assignment.Value, "An API key", minLength: 1, ApiKeyVariable);
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!IsCredentials(creation.Type))
        {
            return;
        }

        foreach (IArgumentOperation argument in creation.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String))
        {
            string? kind = argument.Parameter!.Name switch
            {
                { } name when name.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0 => "A secret access key",
                { } name when name.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0 => "A session token",
                { } name when name.IndexOf("accessKey", StringComparison.OrdinalIgnoreCase) >= 0 => "An access key",
                _ => null,
            };
            if (kind is not null)
            {
                ReportUnlessFound(context, argument.Value, kind, MinCredentialLength);
            }
        }
    }

    private static void AnalyzeVariable(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { Name: "SetEnvironmentVariable", ContainingType.Name: nameof(Environment) }, Arguments.Length: >= 2 }
            && TextOf(call.Arguments[0].Value) is { } name && SecretVariables.Contains(name))
        {
            ReportUnlessFound(context, call.Arguments[1].Value, $"The value of {name}", MinCredentialLength);
        }
    }

    // What a key looks like anywhere is reported where it is written, once.
    private static void ReportUnlessFound(OperationAnalysisContext context, IOperation value, string kind, int minLength, string? variable = null)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (TextOf(value) is { } text && text.Trim().Length >= minLength && (value is not ILiteralOperation || KindOf(text) is null))
        {
            Report(context, value, kind, variable);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, string kind, string? variable = null)
    {
        variable ??= IsApiKeyValue(value) ? ApiKeyVariable : null;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.SecretInSource, value.Syntax.GetLocation(), variable is null ? properties : properties.Add(VariableProperty, variable), kind));
    }

    private static bool IsApiKeyValue(IOperation value) =>
        value.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: ApiKey } property } }
            && LibraryTypes.Owns(property);

    private static string? TextOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool IsCredentials(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "AWSCredentials" or "ImmutableCredentials" && type.ContainingNamespace.ToDisplayString() == "Amazon.Runtime")
            {
                return true;
            }
        }

        return false;
    }

    private static string? KindOf(string text)
    {
        bool isApiKey = text.StartsWith("ABSK", StringComparison.Ordinal) || text.StartsWith("bedrock-api-key-", StringComparison.Ordinal);
        if (isApiKey && text.Length >= MinApiKeyLength && !text.Any(char.IsWhiteSpace))
        {
            return "An API key";
        }

        // The keys of AWS's documentation end in EXAMPLE.
        bool isAccessKey = text.StartsWith("AKIA", StringComparison.Ordinal) || text.StartsWith("ASIA", StringComparison.Ordinal);
        return isAccessKey && text.Length == AccessKeyLength && text.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            && !text.EndsWith("EXAMPLE", StringComparison.Ordinal)
            ? "An access key"
            : null;
    }
}
