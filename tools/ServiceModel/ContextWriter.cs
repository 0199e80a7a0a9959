namespace Bedrock.Toolkit.Tools;

/// <summary>Writes the JSON context of a room with the converters that are bound to it.</summary>
internal static class ContextWriter
{
    public static string Write(RoomTypes types)
    {
        Room room = types.Room;
        CodeText code = CodeText.File(
            room.Namespace, "System.ComponentModel", "System.Text.Json", "System.Text.Json.Serialization", "Bedrock.Toolkit.Serialization");
        code.Line();
        code.Doc("summary", $"The generated metadata of {room.About}.");
        string more = room.Context is null ? string.Empty : ", " + room.Context;
        code.Line($"[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true{more})]");
        code.Line("[JsonSerializable(typeof(string))]");
        code.Line("[JsonSerializable(typeof(JsonElement))]");
        foreach (string type in Roots(types))
        {
            code.Line($"[JsonSerializable(typeof({type}))]");
        }

        code.Line($"internal sealed partial class {types.Context} : JsonSerializerContext;");
        HashSet<string> used = [.. types.Shapes.SelectMany(types.MembersOf).Select(member => types.ConverterOf(member.Shape)?.Split('<')[0]).OfType<string>()];
        Converter(code, types, used, "List", "a list member", "The element.", string.Empty);
        Converter(code, types, used, "Map", "a map member", "The value of an entry.", string.Empty);
        Converter(code, types, used, "Object", "an object member", "The member's type.", "where T : class");
        return code.ToString();
    }

    // What no member leads to by its type alone: a converter on a type hides what is below it.
    private static SortedSet<string> Roots(RoomTypes types)
    {
        SortedSet<string> roots = new(types.Room.Serializable, StringComparer.Ordinal);

        // A value that is a member goes through the serializer as a text; each type of value beside that is native code of its own.
        HashSet<string?> elements = [.. types.Model.Shapes.Values.Where(shape => types.Has(shape.Name)).Select(shape => shape.Element)];
        foreach (ApiShape shape in types.Shapes)
        {
            bool isBareValue = shape.IsEnum && (!types.Room.Client || elements.Contains(shape.Name));
            if (isBareValue || types.OperationWithInput(shape.Name) is not null || types.OperationWithOutput(shape.Name) is not null
                || types.Room.Shapes.Contains(shape.Name) || types.StreamOf(shape.Name) is not null)
            {
                roots.Add(types.NameOf(shape.Name));
            }

            if (shape.IsUnion && !shape.IsEventStream)
            {
                roots.UnionWith(shape.Members.Select(member => types.VariantOf(shape, member)));
            }
        }

        roots.UnionWith(types.Model.Shapes.Values.Where(shape => shape.IsEventStream && types.Has(shape.Name)).Select(shape => types.NameOf(shape.Name)));

        // The elements of lists and maps that are lists and maps themselves, and bare numbers and times.
        foreach (ApiShape shape in types.Model.Shapes.Values.Where(shape =>
            types.Has(shape.Name) && shape.Element is not null && !types.Room.Types.ContainsKey(shape.Name)))
        {
            if (types.Model[shape.Element!] is { Type: "list" or "map" or "integer" or "long" or "double" or "float" or "boolean" or "timestamp" or "blob" })
            {
                roots.Add(types.TypeOf(shape.Element!));
            }
        }

        return roots;
    }

    private static void Converter(CodeText code, RoomTypes types, HashSet<string> used, string kind, string member, string parameter, string constraint)
    {
        string name = $"{types.Room.Prefix}{kind}Converter";
        if (!used.Contains(name))
        {
            return;
        }

        code.Line();
        code.Doc("summary", $"Reads and writes {member} of {types.Room.About}.");
        code.Line($"/// <typeparam name=\"T\">{parameter}</typeparam>");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public sealed class {name}<T>() : {kind}Converter<T>({types.Context}.Default){(constraint.Length == 0 ? ";" : string.Empty)}");
        if (constraint.Length > 0)
        {
            code.Indent(() => code.Line(constraint + ";"));
        }
    }
}
