using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Finds streams that nobody reads: such a call is never made, or its connection is never closed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadStreamAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that names what is surely right instead: one of the two below.</summary>
    internal const string MendProperty = "Mend";

    /// <summary>Reading the stream as one response.</summary>
    internal const string ReadWhole = "ToResponseAsync";

    /// <summary>Disposing the stream at the end of its scope.</summary>
    internal const string Dispose = "await using";

    private const string Open = "OpenAsync";
    private const string NothingSent = "nothing is sent before it is read";
    private const string StaysOpen = "its connection stays open";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnreadStream];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Find(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, LibraryTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!types.IsStream(call.Type) || call.TargetMethod.ReturnType is ITypeParameterSymbol)
        {
            return;
        }

        IOperation value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                bool isStatement = value.Parent is IExpressionStatementOperation && types.IsFoldingStream(call.Type);
                Report(context, call, NothingSent, isStatement ? ReadWhole : null);
                break;
            case IInvocationOperation { TargetMethod.Name: Open } open when open.Instance == value:
                Report(context, call, StaysOpen, null);
                break;
            case IPropertyReferenceOperation { Property.Name: "Metadata" } property when property.Instance == value:
                Report(context, call, NothingSent, null);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when !IsUsing(declarator):
                AnalyzeLocal(context, call, declarator);
                break;
        }
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, IInvocationOperation call, IVariableDeclaratorOperation declarator)
    {
        if (declarator.Syntax is not VariableDeclaratorSyntax syntax || call.SemanticModel is not { } semantics)
        {
            return;
        }

        bool opened = false;
        foreach (IdentifierNameSyntax name in LocalScope.Of(syntax).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.Text != declarator.Symbol.Name
                || !SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name, context.CancellationToken).Symbol, declarator.Symbol))
            {
                continue;
            }

            if (name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.Text: Open or "Metadata" } access || access.Expression != name)
            {
                return;
            }

            opened |= access.Name.Identifier.Text == Open;
        }

        Report(context, call, opened ? StaysOpen : NothingSent, opened ? Dispose : null);
    }

    private static bool IsUsing(IVariableDeclaratorOperation declarator)
    {
        for (IOperation? above = declarator.Parent; above is not null and not IBlockOperation; above = above.Parent)
        {
            if (above is IUsingDeclarationOperation or IUsingOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, string result, string? mend)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnreadStream, call.Syntax.GetLocation(), mend is null ? properties : properties.Add(MendProperty, mend), call.TargetMethod.Name, result));
    }
}
