using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>Writes the docs and the public API as static pages with a search.</summary>
internal static class Program
{
    private const string Usage = """
        dotnet run --project tools/Site -- <output folder> [--configuration <name>] [--root <folder>]
            Writes the site from the docs and from what was built (Release, unless another configuration is named) in the repository, or in another folder.
            Exit status 1 when a link leads nowhere, 2 when the site cannot be written.
        """;

    // Only folders that hold an earlier site are emptied.
    private const string Marker = ".bedrock-toolkit-site";

    public static int Main(string[] arguments)
    {
        if (arguments.Length % 2 == 0 || arguments[0].StartsWith('-'))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        string root = RepositoryRoot;
        string configuration = "Release";
        for (int i = 1; i < arguments.Length; i += 2)
        {
            switch (arguments[i])
            {
                case "--root":
                    root = Path.GetFullPath(arguments[i + 1]);
                    break;
                case "--configuration":
                    configuration = arguments[i + 1];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }

        try
        {
            return Write(root, configuration, Path.GetFullPath(arguments[0]));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    private static string RepositoryRoot => typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static int Write(string root, string configuration, string output)
    {
        long started = Stopwatch.GetTimestamp();
        var api = ApiModel.Read(root, configuration);
        var docs = new DocsReader(root, api);
        List<Page> pages = [.. docs.Read(), .. new ApiPages(api).Write()];

        Empty(output);
        foreach (Page page in pages)
        {
            Save(output, page.Path, Layout.Html(page, page.IsApi ? api.Navigation : docs.Navigation));
        }

        foreach (string file in docs.Files)
        {
            string target = Path.Combine(output, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(root, file), target, overwrite: true);
        }

        Save(output, "site.css", Layout.Asset("site.css"));
        Save(output, "site.js", Layout.Asset("site.js"));
        Save(output, "search-index.js", SearchIndex.Script(pages));

        List<string> dead = [.. docs.Faults, .. LinkCheck.Faults(output)];
        dead.ForEach(Console.Error.WriteLine);
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Count(page => !page.IsApi)} pages of docs, {api.Types.Count} types, {dead.Count} dead links, {time.TotalSeconds:F0} s: {output}"));
        return dead.Count == 0 ? 0 : 1;
    }

    private static void Empty(string output)
    {
        if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())
        {
            if (!File.Exists(Path.Combine(output, Marker)))
            {
                throw new IOException($"{output} has content that is no site: name another folder, or empty it.");
            }

            Directory.Delete(output, recursive: true);
        }

        Save(output, Marker, string.Empty);
    }

    private static void Save(string output, string path, string text)
    {
        string target = Path.Combine(output, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }
}
