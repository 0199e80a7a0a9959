using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Finds ids of retired models as literals: of the models' names the compiler warns already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetiredIdAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the text to write instead; only where that is sure to be right.</summary>
    internal const string ReplacementProperty = "Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RetiredModel];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Find(start.Compilation) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Literal);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string text }
            || ModelTable.FindRetired(text) is not { } id
            || IsCompared(context.Operation))
        {
            return;
        }

        (string end, string replacement) = ModelTable.Retired[id];
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (!text.StartsWith("arn:", StringComparison.Ordinal) && !HasOwnJson(context.Operation))
        {
            properties = properties.Add(ReplacementProperty, text.Substring(0, text.Length - id.Length) + replacement);
        }

        string since = end.Length == 0 ? string.Empty : $" since {end}";
        context.ReportDiagnostic(Diagnostic.Create(Rules.RetiredModel, context.Operation.Syntax.GetLocation(), properties, id, since, replacement));
    }

    // A comparison is no call: it may be there to move old ids to new ones.
    private static bool IsCompared(IOperation literal) => Above(literal) is
        IConstantPatternOperation or ISingleValueCaseClauseOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals };

    // A descriptor fixes the JSON of its family, which the replacement need not have.
    private static bool HasOwnJson(IOperation literal) =>
        Above(literal) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: { } name } }
        && (name == "WithId" || name.EndsWith("FromId", StringComparison.Ordinal));

    private static IOperation? Above(IOperation literal)
    {
        IOperation? above = literal.Parent;
        while (above is IConversionOperation)
        {
            above = above.Parent;
        }

        return above;
    }
}
