using System.Text.RegularExpressions;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The folders and files of the repository, by which types are told apart into layers.</summary>
internal static partial class SourceFolders
{
    public static string Repository => SharedFolder.RepositoryRoot;

    public static string Library => Path.Combine(Repository, "src", "Bedrock.Toolkit");

    /// <summary>The folder of the library in which each type is written, by its simple name: <c>Models/Claude</c>, empty for the root.</summary>
    public static IReadOnlyDictionary<string, string> FolderOfType { get; } = FindFolders();

    /// <summary>The source files below a folder of the repository.</summary>
    public static IEnumerable<string> Files(params string[] parts) => Directory
        .EnumerateFiles(Path.Combine([Repository, .. parts]), "*.cs", SearchOption.AllDirectories)
        .Where(file => !IsBuilt(file))
        .Order(StringComparer.Ordinal);

    /// <summary>A path from the root of the repository, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Repository, path).Replace('\\', '/');

    private static bool IsBuilt(string file) => Relative(file).Split('/') is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    private static Dictionary<string, string> FindFolders()
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Files("src", "Bedrock.Toolkit"))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(Library, file))!.Replace('\\', '/');
            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                folders[declaration.Groups[1].Value] = folder;
            }
        }

        return folders;
    }

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*?(?:class|record struct|record|struct|interface|enum|delegate [^(]*?) ?(\w+)(?=[\s<(:;]|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
