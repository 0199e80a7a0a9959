using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Where <c>await</c> may stand.</summary>
internal static class AsyncCode
{
    /// <summary>Whether <c>await</c> may be written at a node without any other change.</summary>
    /// <param name="node">The node.</param>
    /// <returns>True in asynchronous methods, functions and lambdas, and in top-level statements; not in a lock or a query.</returns>
    public static bool CanAwaitAt(SyntaxNode node)
    {
        foreach (SyntaxNode above in node.Ancestors())
        {
            switch (above)
            {
                case LockStatementSyntax or QueryExpressionSyntax or UnsafeStatementSyntax or CatchFilterClauseSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax or AccessorDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
