using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>What the fixes have in common: one diagnostic, one node that is replaced by another.</summary>
public abstract class MendingCodeFix : CodeFixProvider
{
    private protected MendingCodeFix(string diagnosticId) => FixableDiagnosticIds = [diagnosticId];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || semantics is null
            || Mend(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, semantics) is not { } mend)
        {
            return;
        }

        SyntaxNode mended = root.ReplaceNode(mend.Old, mend.New);
        context.RegisterCodeFix(
            CodeAction.Create(mend.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), mend.Title), diagnostic);
    }

    /// <summary>What to replace by what; null where no fix is sure.</summary>
    private protected abstract CodeMend? Mend(SyntaxNode found, Diagnostic diagnostic, SemanticModel semantics);

    /// <summary>What the analyzer tells its fix; null when it tells nothing.</summary>
    private protected static string? Told(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
}

/// <summary>One replacement.</summary>
internal sealed class CodeMend(string title, SyntaxNode old, SyntaxNode replacement)
{
    /// <summary>What the editor shows.</summary>
    public string Title { get; } = title;

    /// <summary>The node that goes.</summary>
    public SyntaxNode Old { get; } = old;

    /// <summary>The node that comes.</summary>
    public SyntaxNode New { get; } = replacement;
}
