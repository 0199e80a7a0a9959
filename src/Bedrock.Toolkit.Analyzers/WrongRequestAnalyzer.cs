using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Says which request a model takes, where the compiler says only that it cannot infer type arguments.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongRequestAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the simple name of the right request.</summary>
    internal const string RequestProperty = "Request";

    private const string Invoke = "InvokeAsync";
    private const string Stream = "StreamAsync";
    private const string StartJob = "StartAsyncInvokeJobAsync";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.WrongRequest, Rules.WrongCall];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Find(start.Compilation) is { } types)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, types), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, LibraryTypes types)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        SemanticModel semantics = context.SemanticModel;
        if (NameOf(call) is not (Invoke or Stream) || semantics.GetSymbolInfo(call, context.CancellationToken).Symbol is not null
            || FindModel(call, semantics, types, context.CancellationToken) is not (int index, { } modelType))
        {
            return;
        }

        string verb = NameOf(call)!;
        ArgumentSyntax model = call.ArgumentList.Arguments[index];
        string name = NameOf(model.Expression);
        ITypeSymbol? request = types.RequestOf(modelType);
        string page = PageOf(request ?? types.JobInputOf(modelType)!);
        if (request is null || (verb == Stream && !types.CanStream(modelType)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.WrongCall, model.GetLocation(), name, verb, request is null ? StartJob : Invoke, page));
            return;
        }

        ArgumentSyntax? given = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == "request")
            ?? call.ArgumentList.Arguments.Skip(index + 1).FirstOrDefault(argument => argument.NameColon is null);
        if (given is null || semantics.GetTypeInfo(given.Expression, context.CancellationToken).Type is not { TypeKind: not TypeKind.Error } type
            || semantics.Compilation.ClassifyCommonConversion(type, request).IsImplicit)
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(RequestProperty, request.Name);
        context.ReportDiagnostic(Diagnostic.Create(Rules.WrongRequest, given.GetLocation(), properties, name, request.Name, Shown(type), page));
    }

    private static (int Index, ITypeSymbol Type)? FindModel(InvocationExpressionSyntax call, SemanticModel semantics, LibraryTypes types,
        CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int i = 0; i < arguments.Count; i++)
        {
            ITypeSymbol? type = semantics.GetTypeInfo(arguments[i].Expression, cancellationToken).Type;
            if (types.RequestOf(type) is not null || types.JobInputOf(type) is not null)
            {
                return (i, type!);
            }
        }

        return null;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    // ClaudeModels.Sonnet45.InProfile("us") is ClaudeModels.Sonnet45.
    private static string NameOf(ExpressionSyntax model)
    {
        while (model is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "InProfile" or "WithId" } access })
        {
            model = access.Expression;
        }

        return model.ToString();
    }

    private static string PageOf(ITypeSymbol request) =>
        Rules.Link(LibraryTypes.Owns(request) && ModelTable.Pages.TryGetValue(request.Name, out string? page) ? page : "docs/analyzers.md#brt0002");

    private static string Shown(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
