namespace Bedrock.Toolkit.Tools;

/// <summary>Writes the classes and open values of a room.</summary>
internal sealed class TypeWriter(RoomTypes types, RoomDocs docs)
{
    // A document that was never set would be no JSON.
    private const string Document = "value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value";

    private readonly CheckWriter _checks = new(types);

    public void Structure(CodeText code, ApiShape shape)
    {
        string name = types.NameOf(shape.Name);
        code.Line();
        docs.Type(code, shape);
        code.Open($"public sealed partial class {name} : {types.BaseOf(shape)}");
        bool isFirst = true;
        foreach (ApiMember member in types.MembersOf(shape))
        {
            Separate(code, ref isFirst);
            Member(code, shape, member, types.FormOf(shape, member));
        }

        if (types.IsInput(shape.Name) && shape.Members.FirstOrDefault(member => member.IsToken) is { } token)
        {
            Separate(code, ref isFirst);
            WithToken(code, name, types.NameOf(shape, token));
        }

        if (IsChecked(shape))
        {
            Separate(code, ref isFirst);
            _checks.Write(code, shape);
        }

        code.Close();
    }

    /// <summary>A union: its base, its variants, the unknown one and the converter.</summary>
    public void Union(CodeText code, ApiShape union)
    {
        string name = types.NameOf(union.Name);
        code.Line();
        docs.Type(code, union);
        code.Line($"[JsonConverter(typeof({name}Converter))]");
        code.Open($"public abstract partial class {name} : BedrockObject");
        code.Line($"private protected {name}() {{ }}");
        if (IsChecked(union))
        {
            code.Line();
            _checks.Write(code, union);
        }

        code.Close();
        foreach (ApiMember member in union.Members)
        {
            code.Line();
            docs.Variant(code, union, member);
            code.Open($"public sealed partial class {types.VariantOf(union, member)} : {name}");
            if (types.Room.Constructors)
            {
                Constructors(code, union, member);
            }

            Member(code, union, member, types.FormOfVariant(member));
            if (IsChecked(union))
            {
                code.Line();
                _checks.Variant(code, union, member);
            }

            code.Close();
        }

        string unknown = types.UnknownOf(union);
        code.Line();
        code.Doc("summary", $"A <see cref=\"{name}\"/> of a kind that this version does not know; it is written back exactly as it was read.");
        if (IsChecked(union))
        {
            code.Open($"public sealed partial class {unknown} : {name}, IRawVariant");
            code.Open("internal override void Check(RequestCheck check)");
            code.Close();
            code.Close();
        }
        else
        {
            code.Line($"public sealed partial class {unknown} : {name}, IRawVariant;");
        }

        code.Line();
        code.Doc("summary", $"Reads and writes <see cref=\"{name}\"/> by the member that is there.");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public sealed class {name}Converter() : SingleKeyUnionConverter<{name}>(");
        code.Indent(() =>
        {
            code.Line($"{types.Context}.Default, static raw => new {unknown}(raw){(union.Members.Count == 0 ? ");" : ",")}");
            for (int i = 0; i < union.Members.Count; i++)
            {
                ApiMember member = union.Members[i];
                code.Line($"Case<{types.VariantOf(union, member)}>(\"{member.WireName}\"){(i == union.Members.Count - 1 ? ");" : ",")}");
            }
        });
    }

    /// <summary>The events of a stream: their base, the unknown one and the converter. The events themselves are structures.</summary>
    public void Stream(CodeText code, ApiShape stream)
    {
        string name = types.NameOf(stream.Name);
        string unknown = types.UnknownOf(stream);
        List<ApiMember> events = [.. stream.Members.Where(member => !types.Model[member.Shape].IsException)];
        code.Line();
        docs.Type(code, stream);
        code.Line($"[JsonConverter(typeof({name}Converter))]");
        code.Open($"public abstract partial class {name} : BedrockObject");
        code.Line($"private protected {name}() {{ }}");
        code.Close();
        code.Line();
        code.Doc("summary", $"A <see cref=\"{name}\"/> of a kind that this version does not know, as an object with the event's name as its one member.");
        code.Line($"public sealed partial class {unknown} : {name}, IRawVariant;");
        code.Line();
        code.Doc("summary", $"Reads and writes <see cref=\"{name}\"/> by the event's name.");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public sealed class {name}Converter() : StreamUnionConverter<{name}>(");
        code.Indent(() =>
        {
            code.Line($"{types.Context}.Default, static raw => new {unknown}(raw),");
            for (int i = 0; i < events.Count; i++)
            {
                code.Line($"Case<{types.NameOf(events[i].Shape)}>(\"{events[i].WireName}\"){(i == events.Count - 1 ? ")" : ",")}");
            }
        });
        code.Line("{");
        code.Indent(() => code.Line($"internal static {name}Converter Frames {{ get; }} = new();"));
        code.Line("}");
    }

    public void OpenValue(CodeText code, ApiShape shape)
    {
        string name = types.NameOf(shape.Name);
        code.Line();
        docs.Type(code, shape);
        code.Line($"[JsonConverter(typeof(OpenValueConverter<{name}>))]");
        code.Open($"public readonly partial struct {name} : IOpenValue<{name}>");
        bool isFirst = true;
        HashSet<string> names = [];
        foreach (string value in shape.Values)
        {
            Separate(code, ref isFirst);
            string named = types.NameOfValue(shape, value);
            if (!names.Add(named))
            {
                throw new InvalidDataException($"Two values of {shape.Name} would be {named}: give one of them another name in the room {types.Room.Name}.");
            }

            docs.Value(code, shape, value);
            code.Line($"public static {name} {named} {{ get; }} = new(\"{value}\");");
        }

        code.Close();
    }

    // Rooms of extension methods have checks written by hand.
    private bool IsChecked(ApiShape shape) => types.Room.Client && types.IsInput(shape.Name) && _checks.HasChecks(shape.Name);

    private static void Separate(CodeText code, ref bool isFirst)
    {
        if (!isFirst)
        {
            code.Line();
        }

        isFirst = false;
    }

    private void Member(CodeText code, ApiShape shape, ApiMember member, string form)
    {
        ApiShape type = types.Model[member.Shape];
        string csharp = types.TypeOf(member.Shape);
        string name = types.NameOf(shape, member);
        docs.Member(code, shape, member);

        // What goes into the path or a header is a member of the JSON all the same, so that a request can be kept; the call's body leaves it out.
        string wireName = member.Location is "uri" or "header" or "statusCode" ? member.Name : member.WireName;
        code.Line($"[JsonPropertyName(\"{wireName}\"){string.Concat(AttributesOf(member, form).Select(attribute => ", " + attribute))}]");

        // A number that goes to the service is one; an answer may have words in its place.
        if (type.Type is "double" or "float" && !types.IsInput(shape.Name))
        {
            code.Line("[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]");
        }

        code.Line(form switch
        {
            MemberForm.Required or MemberForm.Always => $"public required {csharp} {name} {{ get; set; }}",
            MemberForm.Empty when type.Type == "string" => $"public string {name} {{ get; set => field = value ?? string.Empty; }} = string.Empty;",
            MemberForm.Empty when type.IsDocument => $"public JsonElement {name} {{ get; set => field = {Document}; }} = RawJson.EmptyObject;",
            MemberForm.Empty => $"public {csharp} {name} {{ get; set => field = value ?? []; }} = [];",
            MemberForm.Plain => $"public {csharp} {name} {{ get; set; }}{DefaultOf(shape, member)}",
            _ when member.Location is "header" or "statusCode" && types.OperationWithOutput(shape.Name) is not null =>
                $"public {csharp}? {name} {{ get => field ?? {FromMetadata(member)}; set; }}",
            _ => $"public {csharp}? {name} {{ get; set; }}",
        });
    }

    // What the answer says beside its body.
    private static string FromMetadata(ApiMember member) =>
        member.Location == "statusCode" ? "Metadata?.StatusCode" : $"Metadata?.Headers.GetValueOrDefault(\"{member.WireName}\")";

    private IEnumerable<string> AttributesOf(ApiMember member, string form)
    {
        ApiShape type = types.Model[member.Shape];
        if (types.ConverterOf(member.Shape) is { } converter)
        {
            yield return $"JsonConverter(typeof({converter}))";
        }

        if (form == MemberForm.Always)
        {
            yield return "JsonIgnore(Condition = JsonIgnoreCondition.Never)";
        }
        else if (form == MemberForm.Plain && type.IsEnum)
        {
            yield return "JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)";
        }
        else if (form == MemberForm.Empty && !type.IsDocument)
        {
            yield return "AllowNull";
        }
    }

    private string DefaultOf(ApiShape shape, ApiMember member) =>
        types.Room.Defaults.TryGetValue($"{shape.Name}.{member.Name}", out string? value)
            ? $" = {types.NameOf(member.Shape)}.{types.NameOfValue(types.Model[member.Shape], value)};"
            : string.Empty;

    private void Constructors(CodeText code, ApiShape union, ApiMember member)
    {
        string variant = types.VariantOf(union, member);
        string name = types.NameOf(union, member);
        string parameter = char.ToLowerInvariant(name[0]) + name[1..];
        code.Doc("summary", "One without content.");
        code.Line($"public {variant}() {{ }}");
        code.Line();
        docs.Variant(code, union, member);
        code.Doc($"param name=\"{parameter}\"", docs.Summary(union, member));
        code.Line($"public {variant}({types.TypeOf(member.Shape)} {parameter}) => {name} = {parameter};");
        code.Line();
    }

    private static void WithToken(CodeText code, string name, string token)
    {
        code.Doc("summary", "The same request with a token; the object itself stays as it is, so that the next call with it is another one.");
        code.Open($"internal {name} WithToken()");
        code.Open($"if ({token} is not null)");
        code.Line("return this;");
        code.Close();
        code.Line();
        code.Line($"var copy = ({name})MemberwiseClone();");
        code.Line($"copy.{token} = Guid.NewGuid().ToString();");
        code.Line("return copy;");
        code.Close();
    }
}
