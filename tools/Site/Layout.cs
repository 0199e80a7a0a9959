using System.Net;
using System.Text;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>What every page has around its content.</summary>
internal static class Layout
{
    public static string Html(Page page, IReadOnlyList<NavigationGroup> navigation)
    {
        string root = Page.Link(page.Path, string.Empty);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Text(page.Title)} · Bedrock.Toolkit</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}site.css">
            </head>
            <body data-root="{root}">
            <header>
            <a class="name" href="{root}index.html">Bedrock.Toolkit</a>
            <a href="{root}docs/index.html">Docs</a>
            <a href="{root}api/index.html">API</a>
            <div class="search">
            <input id="search" type="search" placeholder="Search  ( / )" aria-label="Search" autocomplete="off" spellcheck="false">
            <ol id="hits" hidden></ol>
            </div>
            </header>
            <div class="page">
            <nav><details open><summary>Pages</summary>
            {Navigation(page, navigation)}</details></nav>
            <main>
            {page.Body}
            </main>
            </div>
            <script src="{root}site.js"></script>
            </body>
            </html>

            """;
    }

    /// <summary>A file that goes out as it is.</summary>
    public static string Asset(string name)
    {
        using Stream asset = typeof(Layout).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(asset);
        return reader.ReadToEnd();
    }

    /// <summary>A link from a page to another one.</summary>
    public static string Link(string from, string to, string html) => $"<a href=\"{Page.Link(from, to)}\">{html}</a>";

    /// <summary>Plain text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Navigation(Page page, IReadOnlyList<NavigationGroup> groups)
    {
        var html = new StringBuilder();
        foreach (NavigationGroup group in groups)
        {
            html.Append("<h2>").Append(Text(group.Title)).Append("</h2>\n<ul>\n");
            foreach ((string text, string path) in group.Links)
            {
                html.Append(path == page.Path ? "<li aria-current=\"page\">" : "<li>").Append(Link(page.Path, path, Text(text))).Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        return html.ToString();
    }
}
