using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>The pages of the docs: README, changelog, everything in <c>docs</c>, and what they link to inside the repository.</summary>
internal sealed class DocsReader(string root, ApiModel api)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly Queue<string> _toRead = new();
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>Files that go into the site as they are.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Links to files that are not there.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The sections of <c>docs/README.md</c> with the pages that they name first.</summary>
    public IReadOnlyList<NavigationGroup> Navigation { get; private set; } = [];

    /// <summary>Reads all pages.</summary>
    public IReadOnlyList<Page> Read()
    {
        string[] first = ["README.md", "CHANGELOG.md", .. Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj")).Order(StringComparer.Ordinal)];
        foreach (string file in first)
        {
            Find(file);
        }

        var pages = new List<Page>();
        while (_toRead.TryDequeue(out string? file))
        {
            pages.Add(Directory.Exists(Path.Combine(root, file)) ? ReadFolder(file)
                : file.EndsWith(".md", StringComparison.Ordinal) ? ReadMarkdown(file)
                : ReadCode(file));
        }

        Navigation = ReadNavigation();
        return pages;
    }

    /// <summary>Where a file's page is.</summary>
    private string PageOf(string file) => Directory.Exists(Path.Combine(root, file)) ? file + "/index.html"
        : Path.GetFileName(file) == "README.md" ? file[..^"README.md".Length] + "index.html"
        : file.EndsWith(".md", StringComparison.Ordinal) ? file[..^3] + ".html"
        : file + ".html";

    private void Find(string file)
    {
        if (_found.Add(file))
        {
            _toRead.Enqueue(file);
        }
    }

    private Page ReadMarkdown(string file)
    {
        MarkdownDocument document = Markdown.Parse(File.ReadAllText(Path.Combine(root, file)), Pipeline);
        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            link.Url = Target(file, link.Url ?? string.Empty, link.IsImage);
        }

        foreach (CodeInline code in document.Descendants<CodeInline>().Where(code => code.Parent is not LinkInline).ToList())
        {
            if (NamedBy(file, code.Content) is { } target)
            {
                var link = new LinkInline(Page.Link(PageOf(file), target), string.Empty);
                code.ReplaceBy(link);
                link.AppendChild(code);
            }
        }

        string title = document.OfType<HeadingBlock>().FirstOrDefault() is { } heading ? PlainText(heading) : file;
        _titles[file] = title;
        return new Page(PageOf(file), title, Html(document), Sections(document, title));
    }

    private Page ReadCode(string file)
    {
        string code = File.ReadAllText(Path.Combine(root, file));
        string html = file.EndsWith(".cs", StringComparison.Ordinal) ? CSharpColours.Html(code) : Layout.Text(code);
        string name = Path.GetFileName(file);
        return new Page(PageOf(file), name, $"<h1>{Layout.Text(name)}</h1>\n<p><code>{Layout.Text(file)}</code></p>\n<pre><code>{html}</code></pre>",
            [new Section(name, string.Empty, file)]);
    }

    private Page ReadFolder(string folder)
    {
        var list = new StringBuilder($"<h1>{Layout.Text(folder)}</h1>\n<ul>\n");
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, folder)).Order(StringComparer.Ordinal))
        {
            string file = $"{folder}/{Path.GetFileName(path)}";
            list.Append("<li><a href=\"").Append(Target(folder + "/.", Path.GetFileName(file), isImage: false)).Append("\">")
                .Append(Layout.Text(Path.GetFileName(file))).Append("</a></li>\n");
        }

        return new Page(PageOf(folder), folder, list.Append("</ul>").ToString(), [new Section(folder, string.Empty, string.Empty)]);
    }

    /// <summary>Where a link of a page leads in the site.</summary>
    private string Target(string file, string url, bool isImage)
    {
        if (url.Length == 0 || url[0] == '#' || Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            return url;
        }

        string[] parts = url.Split('#', 2);
        string target = new Uri(new Uri("https://site/" + file), parts[0]).AbsolutePath[1..].TrimEnd('/');
        target = Uri.UnescapeDataString(target);
        if (!File.Exists(Path.Combine(root, target)) && !Directory.Exists(Path.Combine(root, target)))
        {
            _faults.Add($"{file}: {url} is not in the repository");
            return url;
        }

        if (isImage || Path.GetExtension(target) is ".svg" or ".png")
        {
            Files.Add(target);
            return Page.Link(PageOf(file.TrimEnd('.').TrimEnd('/')), target);
        }

        Find(target);
        return Page.Link(PageOf(file.TrimEnd('.').TrimEnd('/')), PageOf(target) + (parts.Length == 2 ? "#" + parts[1] : string.Empty));
    }

    /// <summary>The page of what a name in code is: a page of the docs or a type of the library.</summary>
    private string? NamedBy(string file, string code) =>
        code.EndsWith(".md", StringComparison.Ordinal)
            ? new[] { code, Path.GetDirectoryName(file) + "/" + code }.Where(path => path != file && _found.Contains(path)).Select(PageOf).FirstOrDefault()
            : api.PageByName.GetValueOrDefault(code);

    private static string Html(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ColouredBlockRenderer());
        renderer.Render(document);
        return writer.ToString().Replace("<table>", "<div class=\"wide\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }

    private static List<Section> Sections(MarkdownDocument document, string title)
    {
        var sections = new List<Section>();
        (string Title, string Anchor) current = (title, string.Empty);
        var text = new StringBuilder();
        foreach (Block block in document)
        {
            if (block is HeadingBlock { Level: > 1 } heading)
            {
                sections.Add(new Section(current.Title, current.Anchor, text.ToString()));
                current = (PlainText(heading), heading.GetAttributes().Id ?? string.Empty);
                text.Clear();
            }
            else if (block is not HeadingBlock)
            {
                text.Append(PlainText(block)).Append(' ');
            }
        }

        sections.Add(new Section(current.Title, current.Anchor, text.ToString()));
        return sections;
    }

    private static string PlainText(MarkdownObject block) => block is CodeBlock fence ? fence.Lines.ToString()
        : string.Concat(((block as LeafBlock)?.Inline ?? block).Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            CodeBlock inner => inner.Lines.ToString(),
            LeafBlock => " ",
            _ => string.Empty,
        }));

    private List<NavigationGroup> ReadNavigation()
    {
        const string index = "docs/README.md";
        List<NavigationGroup> groups = [new("Start", [("README", "index.html"), ("All questions", PageOf(index)), ("Changelog", PageOf("CHANGELOG.md"))])];
        var seen = new HashSet<string>(StringComparer.Ordinal) { "README.md", index };
        foreach (Block block in Markdown.Parse(File.ReadAllText(Path.Combine(root, index)), Pipeline))
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                groups.Add(new NavigationGroup(PlainText(heading), []));
                continue;
            }

            IEnumerable<(string, string)> links = block.Descendants<LinkInline>()
                .Select(link => new Uri(new Uri("https://site/docs/"), link.Url).AbsolutePath[1..])
                .Where(file => _titles.ContainsKey(file) && seen.Add(file))
                .Select(file => (_titles[file], PageOf(file)));
            groups[^1] = groups[^1] with { Links = [.. groups[^1].Links, .. links] };
        }

        return [.. groups.Where(group => group.Links.Count > 0)];
    }

    private sealed class ColouredBlockRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            string code = obj.Lines.ToString();
            bool isCSharp = obj is FencedCodeBlock { Info: "csharp" or "cs" };
            renderer.EnsureLine();
            renderer.Write("<pre><code>").Write(isCSharp ? CSharpColours.Html(code) : Layout.Text(code)).WriteLine("</code></pre>");
        }
    }
}
