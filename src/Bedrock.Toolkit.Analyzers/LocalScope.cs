using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Where a local variable can be named.</summary>
internal static class LocalScope
{
    /// <summary>The code in which a variable can be named.</summary>
    /// <param name="declarator">Its declaration.</param>
    /// <returns>The nearest block; the whole file for top-level statements.</returns>
    public static SyntaxNode Of(VariableDeclaratorSyntax declarator) =>
        declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax) ?? declarator;
}
