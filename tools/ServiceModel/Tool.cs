using System.Reflection;

namespace Bedrock.Toolkit.Tools;

/// <summary>The tool: <c>write</c> and <c>diff</c>.</summary>
internal static class Tool
{
    private const string Usage = """
        dotnet run --project tools/ServiceModel -- write [--api <folder>] [--room <name>]
            Writes the generated files of every room, or of one, from the service models in the folder (../shared/api).
        dotnet run --project tools/ServiceModel -- diff --model <service-2.json>
            Lists what the model has and the library lacks, one a line; the last line is "N missing". Exit status 1 unless it is 0.
        """;

    private static readonly string Repository = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments, Console.Out);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or System.Text.Json.JsonException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    /// <summary>Runs a command.</summary>
    /// <returns>The exit status.</returns>
    internal static int Run(string[] arguments, TextWriter output)
    {
        switch (arguments)
        {
            case ["write", .. var rest] when Options(rest, "--api", "--room") is { } options:
                string api = options.GetValueOrDefault("--api") ?? RoomFiles.DefaultApi(Repository);
                RoomFiles.Write(Repository, api, options.GetValueOrDefault("--room"), output);
                return 0;
            case ["diff", .. var rest] when Options(rest, "--model") is { } options && options.TryGetValue("--model", out string? model):
                IReadOnlyList<string> missing = ModelDiff.Of(Repository, ApiModel.Read(model));
                foreach (string line in missing)
                {
                    output.WriteLine(line);
                }

                output.WriteLine($"{missing.Count} missing");
                return missing.Count == 0 ? 0 : 1;
            default:
                output.WriteLine(Usage);
                return 2;
        }
    }

    private static Dictionary<string, string>? Options(string[] arguments, params string[] known)
    {
        var options = new Dictionary<string, string>();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !known.Contains(arguments[i]) || !options.TryAdd(arguments[i], arguments[i + 1]))
            {
                return null;
            }
        }

        return options;
    }
}
