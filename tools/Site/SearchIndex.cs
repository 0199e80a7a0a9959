using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>What the search in the browser looks through: a script, because a page from a file may load no data.</summary>
internal static partial class SearchIndex
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The script: a list of title, page's title, address, text, and the names of members.</summary>
    public static string Script(IEnumerable<Page> pages)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach ((Page page, Section section) in pages.SelectMany(page => page.Sections.Select(section => (page, section))))
            {
                json.WriteStartArray();
                json.WriteStringValue(section.Title);
                json.WriteStringValue(section.Anchor.Length == 0 && !page.IsApi ? string.Empty : page.Title);
                json.WriteStringValue(page.Path + (section.Anchor.Length == 0 ? string.Empty : "#" + section.Anchor));
                json.WriteStringValue(Space().Replace(section.Text, " ").Trim());
                if (section.Names is { Length: > 0 } names)
                {
                    json.WriteStringValue(names);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return "window.searchIndex = " + System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + ";\n";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
