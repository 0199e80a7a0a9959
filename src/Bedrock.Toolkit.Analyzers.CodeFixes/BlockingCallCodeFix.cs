using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Awaits a call, where the code around it is asynchronous.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class BlockingCallCodeFix() : MendingCodeFix(Rules.BlockingCallId)
{
    private protected override CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (found is not ExpressionSyntax blocking || TaskOf(blocking) is not { } task || !AsyncCode.CanAwaitAt(blocking))
        {
            return null;
        }

        ExpressionSyntax right = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutLeadingTrivia());
        if (blocking.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            right = SyntaxFactory.ParenthesizedExpression(right);
        }

        return new CodeMend("Await the call", blocking, right.WithTriviaFrom(blocking));
    }

    // task.Result, task.Wait() without a limit, task.GetAwaiter().GetResult().
    private static ExpressionSyntax? TaskOf(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result" } result => result.Expression,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Wait" } wait } =>
            wait.Expression,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter },
            },
        } => awaiter.Expression,
        _ => null,
    };
}
