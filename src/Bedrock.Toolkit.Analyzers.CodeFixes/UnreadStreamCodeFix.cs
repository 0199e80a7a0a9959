using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Reads a stream that is a statement by itself; disposes one that is opened.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnreadStreamCodeFix() : MendingCodeFix(Rules.UnreadStreamId)
{
    private protected override CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (found is not InvocationExpressionSyntax call || Told(diagnostic, UnreadStreamAnalyzer.MendProperty) is not { } mend || !AsyncCode.CanAwaitAt(call))
        {
            return null;
        }

        if (mend == UnreadStreamAnalyzer.ReadWhole)
        {
            return new CodeMend(
                "Read the stream to its end", call, SyntaxFactory.ParseExpression($"await {call.WithoutTrivia()}.{mend}()").WithTriviaFrom(call));
        }

        return call.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } declaration
            ? new CodeMend("Dispose the stream", declaration, declaration.WithoutLeadingTrivia()
                .WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(declaration.GetLeadingTrivia()))
            : null;
    }
}
