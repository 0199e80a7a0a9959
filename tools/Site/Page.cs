namespace Bedrock.Toolkit.Tools.Site;

/// <summary>A page of the site.</summary>
/// <param name="Path">From the site's root, with slashes: <c>docs/converse.html</c>.</param>
/// <param name="Title">What stands in the window's title.</param>
/// <param name="Body">HTML.</param>
/// <param name="Sections">What the search finds.</param>
internal sealed record Page(string Path, string Title, string Body, IReadOnlyList<Section> Sections)
{
    /// <summary>Whether it belongs to the API reference.</summary>
    public bool IsApi => Path.StartsWith("api/", StringComparison.Ordinal);

    /// <summary>The way from a page to another one, or to a file.</summary>
    /// <param name="from">The page's path.</param>
    /// <param name="to">The other path, which may have an anchor.</param>
    public static string Link(string from, string to)
    {
        string[] source = from.Split('/')[..^1];
        string[] target = to.Split('/');
        int same = 0;
        while (same < source.Length && same < target.Length - 1 && source[same] == target[same])
        {
            same++;
        }

        return string.Concat(Enumerable.Repeat("../", source.Length - same)) + string.Join('/', target[same..]);
    }
}

/// <summary>A piece of a page that the search finds by itself.</summary>
/// <param name="Title">The heading, or a type's name.</param>
/// <param name="Anchor">Empty for the page itself.</param>
/// <param name="Text">Plain text.</param>
internal sealed record Section(string Title, string Anchor, string Text)
{
    /// <summary>Names with anchors of their own on the page, apart by blanks.</summary>
    public string? Names { get; init; }
}

/// <summary>A group of links beside every page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Links">Texts and paths from the site's root.</param>
internal sealed record NavigationGroup(string Title, IReadOnlyList<(string Text, string Path)> Links);
