using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Writes the request that the model takes, where a prompt is all that is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WrongRequestCodeFix : CodeFixProvider
{
    private const string Factory = "For";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.WrongRequestId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument || semantics is null
            || !diagnostic.Properties.TryGetValue(WrongRequestAnalyzer.RequestProperty, out string? request)
            || request is null
            || PromptOf(argument.Expression, semantics) is not { } prompt
            || !semantics.LookupNamespacesAndTypes(argument.SpanStart, name: request).OfType<INamedTypeSymbol>().Any(TakesPrompt))
        {
            return;
        }

        string title = $"Use {request}.{Factory}";
        InvocationExpressionSyntax right = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(request), SyntaxFactory.IdentifierName(Factory)),
            SyntaxFactory.ArgumentList([SyntaxFactory.Argument(prompt.WithoutTrivia())]));
        SyntaxNode mended = root.ReplaceNode(argument.Expression, right.WithTriviaFrom(argument.Expression));
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), title), diagnostic);
    }

    // "Why is the sky blue?", or TitanTextRequest.For("Why is the sky blue?").
    private static ExpressionSyntax? PromptOf(ExpressionSyntax given, SemanticModel semantics)
    {
        ExpressionSyntax prompt = given is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: Factory } } call
            && call.ArgumentList.Arguments.Count == 1 && call.ArgumentList.Arguments[0].NameColon is null
            ? call.ArgumentList.Arguments[0].Expression
            : given;
        return semantics.GetTypeInfo(prompt).Type?.SpecialType == SpecialType.System_String ? prompt : null;
    }

    private static bool TakesPrompt(INamedTypeSymbol request) => request.GetMembers(Factory).OfType<IMethodSymbol>().Any(method =>
        method.IsStatic && method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String
        && method.Parameters.Skip(1).All(parameter => parameter.IsOptional));
}
