using System.Collections.Immutable;
using System.IO;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>What the library knows of its models, in two files that a test writes from it.</summary>
internal static class ModelTable
{
    private const string FoundationModel = ":foundation-model/";
    private const string InferenceProfile = ":inference-profile/";

    /// <summary>The retired ids: the day of the end, empty when nobody knows it, and the replacement.</summary>
    public static ImmutableDictionary<string, (string End, string Replacement)> Retired { get; } =
        Rows("RetiredModels.txt").ToImmutableDictionary(row => row[0], row => (row[1], row[2]));

    /// <summary>The docs page of each request type, by its simple name.</summary>
    public static ImmutableDictionary<string, string> Pages { get; } = Rows("ModelPages.txt").ToImmutableDictionary(row => row[0], row => row[1]);

    /// <summary>Finds the retired model that an id, a profile's id or an ARN names.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The bare id; null when the text is something else.</returns>
    public static string? FindRetired(string text)
    {
        string id = text;
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            string kind = text.Contains(FoundationModel) ? FoundationModel : InferenceProfile;
            int resource = text.IndexOf(kind, StringComparison.Ordinal);
            if (resource < 0)
            {
                return null;
            }

            id = text.Substring(resource + kind.Length);
        }

        if (Retired.ContainsKey(id))
        {
            return id;
        }

        string bare = id.Substring(id.IndexOf('.') + 1);
        return Retired.ContainsKey(bare) ? bare : null;
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(ModelTable).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
