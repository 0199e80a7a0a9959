using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Writes the replacement of a retired model, with the profile's prefix that was there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RetiredIdCodeFix() : MendingCodeFix(Rules.RetiredModelId)
{
    private protected override CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (found is not LiteralExpressionSyntax literal || Told(diagnostic, RetiredIdAnalyzer.ReplacementProperty) is not { } replacement)
        {
            return null;
        }

        LiteralExpressionSyntax right = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(replacement));
        return new CodeMend($"Use {replacement}", literal, right.WithTriviaFrom(literal));
    }
}
