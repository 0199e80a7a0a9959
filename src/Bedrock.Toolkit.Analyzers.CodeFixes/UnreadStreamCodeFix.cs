using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Reads a stream that is a statement by itself; disposes one that is opened.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnreadStreamCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.UnreadStreamId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call
            || !diagnostic.Properties.TryGetValue(UnreadStreamAnalyzer.MendProperty, out string? mend)
            || !AsyncCode.CanAwaitAt(call))
        {
            return;
        }

        if (mend == UnreadStreamAnalyzer.ReadWhole)
        {
            ExpressionSyntax right = SyntaxFactory.ParseExpression($"await {call.WithoutTrivia()}.{mend}()").WithTriviaFrom(call);
            Offer(context, "Read the stream to its end", root.ReplaceNode(call, right));
        }
        else if (call.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } declaration)
        {
            LocalDeclarationStatementSyntax right = declaration.WithoutLeadingTrivia()
                .WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(declaration.GetLeadingTrivia());
            Offer(context, "Dispose the stream", root.ReplaceNode(declaration, right));
        }
    }

    private static void Offer(CodeFixContext context, string title, SyntaxNode mended) =>
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), title), context.Diagnostics[0]);
}
