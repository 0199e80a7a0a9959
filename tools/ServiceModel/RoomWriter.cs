namespace Bedrock.Toolkit.Tools;

/// <summary>Writes all files of a room.</summary>
internal static class RoomWriter
{
    private static readonly string[] Usings =
    [
        "System.ComponentModel", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "System.Text.Json.Serialization", "Bedrock.Toolkit.Serialization",
    ];

    /// <summary>The files, by their names in the room's folder <c>Generated</c>.</summary>
    public static SortedDictionary<string, string> Write(Room room, ApiModel model)
    {
        var types = new RoomTypes(room, model);
        var docs = new RoomDocs(types);
        var writer = new TypeWriter(types, docs);
        string[] usings = [.. Usings[..^1], .. types.Namespaces, Usings[^1]];
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, ApiShape> owned in types.Shapes.Where(shape => shape.IsClass).GroupBy(shape => types.OwnerOf(shape.Name)))
        {
            CodeText code = CodeText.File(room.Namespace, usings);
            foreach (ApiShape shape in owned.OrderBy(shape => Rank(types, shape)))
            {
                if (shape.IsEventStream)
                {
                    writer.Stream(code, shape);
                }
                else if (shape.IsUnion)
                {
                    writer.Union(code, shape);
                }
                else
                {
                    writer.Structure(code, shape);
                }
            }

            files.Add(owned.Key + ".g.cs", code.ToString());
        }

        foreach (IGrouping<string, ApiShape> named in types.Shapes.Where(shape => shape.IsEnum).GroupBy(shape => FileOfValues(room, shape.Name)))
        {
            CodeText values = CodeText.File(room.Namespace, "System.Text.Json.Serialization", "Bedrock.Toolkit.Serialization");
            foreach (ApiShape shape in named)
            {
                writer.OpenValue(values, shape);
            }

            files.Add(named.Key + ".g.cs", values.ToString());
        }

        files.Add(types.Context + ".g.cs", ContextWriter.Write(types));
        if (types.Operations.Count > 0 && room.Methods is { } methods)
        {
            files.Add(methods + ".g.cs", new OperationWriter(types, docs).Write());
        }

        return files;
    }

    // Values of all operations stand together, unless the room says otherwise.
    private static string FileOfValues(Room room, string shape) =>
        room.Files.FirstOrDefault(file => file.Value.Contains(shape)).Key ?? room.Prefix + "Values";

    // The request first, then the answer, then what they hold.
    private static int Rank(RoomTypes types, ApiShape shape) =>
        types.OperationWithInput(shape.Name) is not null ? 0 : types.OperationWithOutput(shape.Name) is not null ? 1 : 2;
}
