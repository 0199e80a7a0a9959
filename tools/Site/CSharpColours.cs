using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>C# as HTML, with keywords, texts, numbers and comments told apart by the compiler's own lexer.</summary>
internal static class CSharpColours
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    // To the lexer alone they are names.
    private static readonly HashSet<string> Contextual =
    [
        "and", "async", "await", "field", "get", "init", "nameof", "not", "or", "partial", "record", "required", "set", "var", "when", "where", "with", "yield",
    ];

    public static string Html(string code)
    {
        var html = new StringBuilder();
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(code, options: Options))
        {
            Trivia(html, token.LeadingTrivia);
            Append(html, Kind(token), token.Text);
            Trivia(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static string? Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
            or SyntaxKind.Utf8MultiLineRawStringLiteralToken => "s",
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.IdentifierToken => Contextual.Contains(token.Text) ? "k" : char.IsUpper(token.Text[0]) ? "t" : null,
        SyntaxKind kind => SyntaxFacts.IsKeywordKind(kind) ? "k" : null,
    };

    private static void Trivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (SyntaxTrivia trivia in list)
        {
            Append(html, trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? null : "c", trivia.ToFullString());
        }
    }

    private static void Append(StringBuilder html, string? kind, string text)
    {
        if (text.Length > 0)
        {
            string safe = WebUtility.HtmlEncode(text);
            html.Append(kind is null ? safe : $"<span class=\"{kind}\">{safe}</span>");
        }
    }
}
