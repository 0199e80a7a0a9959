namespace Bedrock.Toolkit.Tools;

/// <summary>The generated files of the repository.</summary>
internal static class RoomFiles
{
    /// <summary>Where the service models lie: beside the repository.</summary>
    public static string DefaultApi(string repository) => Path.GetFullPath(Path.Combine(repository, "..", "shared", "api"));

    /// <summary>The files of a room as they should be, by path from the root of the repository.</summary>
    public static SortedDictionary<string, string> Of(Room room, string api)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        ApiModel model = ApiModel.Read(Path.Combine(api, room.Model, "service-2.json"));
        foreach ((string name, string text) in RoomWriter.Write(room, model))
        {
            files.Add($"{room.Folder}/Generated/{name}", text);
        }

        if (room.Facts is { } facts)
        {
            files.Add(facts, FactsWriter.Write(model));
        }

        return files;
    }

    /// <summary>Writes the files that differ, and removes those that no room has any more.</summary>
    public static void Write(string repository, string api, string? only, TextWriter log)
    {
        List<Room> rooms = [.. Room.ReadAll(repository).Where(room => only is null || room.Name == only)];
        if (rooms.Count == 0)
        {
            throw new InvalidDataException($"There is no room {only} in tools/ServiceModel/Rooms.");
        }

        foreach (Room room in rooms)
        {
            SortedDictionary<string, string> files = Of(room, api);
            string folder = Path.Combine(repository, room.Folder, "Generated");
            Directory.CreateDirectory(folder);
            foreach (string path in Directory.EnumerateFiles(folder, "*.g.cs")
                .Where(path => !files.ContainsKey($"{room.Folder}/Generated/{Path.GetFileName(path)}")))
            {
                log.WriteLine($"removed {path}");
                File.Delete(path);
            }

            foreach ((string file, string text) in files)
            {
                string path = Path.Combine(repository, file);
                if (!File.Exists(path) || File.ReadAllText(path) != text)
                {
                    log.WriteLine($"wrote {file}");
                    File.WriteAllText(path, text);
                }
            }
        }
    }
}
