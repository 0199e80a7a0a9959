using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Reads an API key from the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SecretInSourceCodeFix() : MendingCodeFix(Rules.SecretInSourceId)
{
    private protected override CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (found is not ExpressionSyntax key || Told(diagnostic, SecretInSourceAnalyzer.VariableProperty) is not { } variable)
        {
            return null;
        }

        LiteralExpressionSyntax name = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(variable));
        InvocationExpressionSyntax right = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.ParseExpression("System.Environment").WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.IdentifierName("GetEnvironmentVariable")),
            SyntaxFactory.ArgumentList([SyntaxFactory.Argument(name)]));
        return new CodeMend($"Read it from {variable}", key, right.WithTriviaFrom(key));
    }
}
