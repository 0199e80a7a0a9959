using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Writes the request that the model takes, where a prompt is all that is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WrongRequestCodeFix() : MendingCodeFix(Rules.WrongRequestId)
{
    private const string Factory = "For";

    private protected override CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (found.FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument
            || Told(diagnostic, WrongRequestAnalyzer.RequestProperty) is not { } request
            || PromptOf(argument.Expression, semantics) is not { } prompt
            || !semantics.LookupNamespacesAndTypes(argument.SpanStart, name: request).OfType<INamedTypeSymbol>().Any(TakesPrompt))
        {
            return null;
        }

        InvocationExpressionSyntax right = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(request),
                SyntaxFactory.IdentifierName(Factory)),
            SyntaxFactory.ArgumentList([SyntaxFactory.Argument(prompt.WithoutTrivia())]));
        return new CodeMend($"Use {request}.{Factory}", argument.Expression, right.WithTriviaFrom(argument.Expression));
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
