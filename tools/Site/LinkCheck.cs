using System.Net;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>What is wrong with the links of a written site.</summary>
internal static partial class LinkCheck
{
    /// <summary>Links to files or anchors that are not there, and anything that a page would load from another host.</summary>
    public static IReadOnlyList<string> Faults(string site)
    {
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var links = new List<(string Page, string Target)>();
        var faults = new List<string>();
        foreach (string file in Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories))
        {
            string page = Path.GetRelativePath(site, file).Replace('\\', '/');
            string html = File.ReadAllText(file);
            anchors[page] = [.. Id().Matches(html).Select(match => match.Groups[1].Value)];
            links.AddRange(Reference().Matches(html).Select(match => (page, WebUtility.HtmlDecode(match.Groups[1].Value))));
            faults.AddRange(Loaded().Matches(html).Select(match => $"{page} loads from another host: {match.Value}"));
        }

        HashSet<string> files =
            [.. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(site, file).Replace('\\', '/'))];
        faults.AddRange(links.Distinct().Where(link => !Outside().IsMatch(link.Target)).Where(link => IsDead(link.Page, link.Target, files, anchors))
            .Select(link => $"{link.Page}: {link.Target} leads nowhere"));
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    private static bool IsDead(string page, string target, HashSet<string> files, Dictionary<string, HashSet<string>> anchors)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? page : new Uri(new Uri("https://site/" + page), parts[0]).AbsolutePath[1..];
        path = Uri.UnescapeDataString(path);
        return !files.Contains(path) || (parts.Length == 2 && !(anchors.TryGetValue(path, out HashSet<string>? ids) && ids.Contains(parts[1])));
    }

    [GeneratedRegex(@"\sid=""([^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\s(?:href|src)=""([^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A(?:[a-z]+:|//)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    // What a browser fetches by itself; links are only followed by people.
    [GeneratedRegex(@"<(?:script|img|link|iframe|source)\s[^>]*(?:src|href)=""(?:https?:)?//[^""]*""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();
}
