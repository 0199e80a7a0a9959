using System.Globalization;
using System.Text;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>Reads the signing cases that lie beside the repository.</summary>
internal static class SigV4Vectors
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static DateTimeOffset SuiteTime { get; } = ParseDate("20150830T123600Z");

    /// <summary>The folders below <paramref name="suite"/> that hold a file with this ending, relative to the suite, with <c>/</c>.</summary>
    public static IReadOnlyList<string> Cases(string suite, string pattern)
    {
        if (SharedFolder.Vectors is null)
        {
            return [];
        }

        string root = PathTo(suite);
        return [.. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    public static TheoryData<string> Rows(IEnumerable<string> cases) => [.. cases];

    public static string PathTo(params string[] parts) => Path.Combine([SharedFolder.Vectors!, "sigv4", .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathTo(parts)).TrimEnd('\r', '\n').ReplaceLineEndings("\n");

    public static DateTimeOffset ParseDate(string basicFormat) => DateTimeOffset.ParseExact(
        basicFormat, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Reads a raw HTTP request; folded header lines are unfolded with one space, as RFC 9112 section 5.2 says.</summary>
    public static SigV4Request ParseRequest(params string[] parts) => ParseRequestText(File.ReadAllText(PathTo(parts)));

    public static SigV4Request ParseRequestText(string raw)
    {
        string text = raw.ReplaceLineEndings("\n");
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = (end < 0 ? text : text[..end]).TrimEnd('\n').Replace("\n ", "  ", StringComparison.Ordinal).Split('\n');
        string body = end < 0 ? string.Empty : text[(end + 2)..];

        int first = lines[0].IndexOf(' ', StringComparison.Ordinal);
        int last = lines[0].LastIndexOf(' ');
        string target = lines[0][(first + 1)..last];
        int question = target.IndexOf('?', StringComparison.Ordinal);
        return new SigV4Request
        {
            Method = lines[0][..first],
            Path = question < 0 ? target : target[..question],
            Query = question < 0 ? null : target[(question + 1)..],
            Headers = [.. lines.Skip(1).Select(ParseHeader)],
            PayloadSha256 = SigV4Signer.HashPayload(Encoding.UTF8.GetBytes(body)),
        };
    }

    public static string? HeaderOf(SigV4Request request, string name) => request.Headers
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.Value.Trim())
        .FirstOrDefault();

    public static string SignatureOf(string authorization) => authorization[(authorization.LastIndexOf('=') + 1)..];

    private static KeyValuePair<string, string> ParseHeader(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return new(line[..colon], line[(colon + 1)..]);
    }
}
