using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>The compiler's docs as HTML and as plain text.</summary>
internal static partial class DocText
{
    public static string Html(ApiModel api, string path, XElement? element) =>
        element is null ? string.Empty : string.Concat(element.Nodes().Select(node => Html(api, path, node))).Trim();

    public static string Plain(XElement? element) => element is null ? string.Empty : string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true, Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => NameIn(reference),
        XElement other => Plain(other),
        _ => string.Empty,
    }));

    /// <summary>A type or member by its id: a link where it is one of the library.</summary>
    public static string Reference(ApiModel api, string path, string id, string html = "")
    {
        html = html.Length > 0 ? html : $"<code>{Layout.Text(ShortName(id))}</code>";
        return api.PageOf(id) is { } page ? Layout.Link(path, page, html) : html;
    }

    private static string Html(ApiModel api, string path, XNode node)
    {
        if (node is not XElement element)
        {
            return node is XText text ? Address().Replace(Layout.Text(text.Value), "<a href=\"$0\">$0</a>") : string.Empty;
        }

        string inner = Html(api, path, element);
        return element.Name.LocalName switch
        {
            "see" or "seealso" when element.Attribute("cref") is { } cref => Reference(api, path, cref.Value, inner),
            "see" or "seealso" when element.Attribute("href") is { } href =>
                $"<a href=\"{Layout.Text(href.Value)}\">{(inner.Length == 0 ? Layout.Text(href.Value) : inner)}</a>",
            "see" or "paramref" or "typeparamref" => $"<code>{Layout.Text(NameIn(element))}</code>",
            "c" => $"<code>{inner}</code>",
            "code" => $"<pre><code>{CSharpColours.Html(Outdented(element.Value))}</code></pre>",
            "para" => $"<p>{inner}</p>",
            "list" => $"<ul>{inner}</ul>",
            "item" => $"<li>{inner}</li>",
            _ => inner,
        };
    }

    private static string NameIn(XElement reference) =>
        (reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href"))?.Value
        ?? ShortName(reference.Attribute("cref")?.Value ?? string.Empty);

    // M:Some.Space.Type.Member``1(System.String) is Type.Member; of a type only its name.
    private static string ShortName(string id)
    {
        string[] names = Arity().Replace(id.Split('(')[0], string.Empty)[Math.Min(2, id.Length)..].Split('.');
        return id.StartsWith("T:", StringComparison.Ordinal) || names.Length == 1 ? names[^1]
            : names[^1] == "#ctor" ? names[^2]
            : names[^2] + "." + names[^1];
    }

    private static string Outdented(string code)
    {
        string[] lines = code.Trim('\r', '\n').TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line));
    }

    [GeneratedRegex(@"https://[^\s<>""]*[^\s<>"".,;:)]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("`+[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Arity();
}
