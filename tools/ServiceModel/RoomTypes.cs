using System.Text;

namespace Bedrock.Toolkit.Tools;

/// <summary>The types of a room: which shapes it has, what they are called in C#, and what their members look like.</summary>
internal sealed class RoomTypes
{
    // Names that the base classes have.
    private static readonly string[] Taken = ["AdditionalProperties", "Metadata", "GuardrailAction", "GuardrailTrace", "TokenUsage", "Check", "WithToken", "Equals", "ToString"];

    private readonly HashSet<string> _inputs = [];
    private readonly HashSet<string> _outputs = [];
    private readonly Dictionary<string, SortedSet<string>> _owners = [];

    public RoomTypes(Room room, ApiModel model)
    {
        (Room, Model) = (room, model);
        Operations = room.Operations.Count == 0
            ? [.. model.Operations.Values]
            : [.. room.Operations.Select(name => model.Operations.GetValueOrDefault(name) ?? throw Unknown(name, "operations"))];
        foreach (ApiOperation operation in Operations)
        {
            Walk(operation.Input, _inputs, operation.Name);
            Walk(operation.Output, _outputs, operation.Name);
        }

        foreach (string shape in room.Shapes)
        {
            Walk(shape, _outputs, "Others");
        }

        foreach (string key in room.Words.Keys.Select(key => key.Split('.', '(')[0]).Concat(room.Forms.Keys.Select(key => key.Split('.')[0])))
        {
            if (key != "*" && !model.Operations.ContainsKey(key) && !Has(key))
            {
                throw Unknown(key, "words or forms");
            }
        }
    }

    public Room Room { get; }

    public ApiModel Model { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public string Context => Room.Prefix + "JsonContext";

    /// <summary>The structures and enumerations of the room, in the model's order.</summary>
    public IEnumerable<ApiShape> Shapes => Model.Shapes.Values.Where(shape => Has(shape.Name) && (shape.IsClass || shape.IsEnum) && !IsWithoutType(shape));

    /// <summary>Whether a shape is reached by an operation of the room and not written elsewhere.</summary>
    public bool Has(string shape) => (_inputs.Contains(shape) || _outputs.Contains(shape)) && !Room.Elsewhere.ContainsKey(shape);

    /// <summary>Whether a shape goes to the service: then its required members are <c>required</c>.</summary>
    public bool IsInput(string shape) => _inputs.Contains(shape);

    /// <summary>The operation that alone reaches a shape; "Shared" where there are more.</summary>
    public string OwnerOf(string shape) => _owners[shape] is { Count: 1 } one ? one.Min! : "Shared";

    /// <summary>The operation whose output a shape is.</summary>
    public ApiOperation? OperationWithOutput(string shape) => Operations.FirstOrDefault(o => o.Output == shape);

    public ApiOperation? OperationWithInput(string shape) => Operations.FirstOrDefault(o => o.Input == shape);

    /// <summary>An input that is nothing but labels of the path is no type where the labels are parameters.</summary>
    public bool IsWithoutType(ApiShape shape) =>
        !Room.Client && OperationWithInput(shape.Name) is not null && shape.Members.All(member => member.Location == "uri");

    /// <summary>The members that a class has: labels of the path are parameters of an extension method.</summary>
    public IEnumerable<ApiMember> MembersOf(ApiShape shape) => shape.Members.Where(member => Room.Client || member.Location != "uri");

    public string NameOf(string shape) => Room.Names.GetValueOrDefault(shape) ?? Pascal(shape);

    public string NameOf(ApiShape shape, ApiMember member)
    {
        string name = Room.Names.GetValueOrDefault($"{shape.Name}.{member.Name}") ?? Pascal(member.Name);
        return name == NameOf(shape.Name) || Taken.Contains(name) ? name + "Value" : name;
    }

    public string VariantOf(ApiShape union, ApiMember member)
    {
        if (Room.Variants.GetValueOrDefault(union.Name)?.GetValueOrDefault(member.Name) is { } named)
        {
            return named;
        }

        string name = NameOf(union.Name) + Pascal(member.Name);
        return Model.Shapes.ContainsKey(name) ? name + "Variant" : name;
    }

    public string UnknownOf(ApiShape union) => Room.Variants.GetValueOrDefault(union.Name)?.GetValueOrDefault("?") ?? "Unknown" + NameOf(union.Name);

    /// <summary>The C# type of a shape, without a question mark.</summary>
    public string TypeOf(string shape)
    {
        ApiShape found = Model[shape];
        return found.Type switch
        {
            "string" => found.IsEnum ? NameOf(shape) : "string",
            "integer" => "int",
            "long" => "long",
            "float" or "double" => "double",
            "boolean" => "bool",
            "timestamp" => "DateTimeOffset",
            "blob" => "ReadOnlyMemory<byte>",
            "list" => $"IList<{TypeOf(found.Element!)}>",
            "map" => $"IDictionary<string, {TypeOf(found.Element!)}>",
            "structure" => found.IsDocument ? "JsonElement" : NameOf(shape),
            _ => throw new InvalidDataException($"The shape {shape} is a {found.Type}, which the generator does not know."),
        };
    }

    /// <summary>The attributes that a member has beside its name.</summary>
    public string? ConverterOf(string shape)
    {
        ApiShape found = Model[shape];
        return found.Type switch
        {
            "integer" => "CountConverter",
            "long" => "LongCountConverter",
            "timestamp" => "TimestampConverter",
            "list" => $"{PrefixOf(found.Element!)}ListConverter<{TypeOf(found.Element!)}>",
            "map" => $"{PrefixOf(found.Element!)}MapConverter<{TypeOf(found.Element!)}>",
            "structure" when !found.IsDocument && !found.IsUnion => $"{PrefixOf(shape)}ObjectConverter<{NameOf(shape)}>",
            _ => null,
        };
    }

    /// <summary>required, nullable or empty.</summary>
    public string FormOf(ApiShape shape, ApiMember member)
    {
        if (Room.Forms.TryGetValue($"{shape.Name}.{member.Name}", out string? form))
        {
            return form is "required" or "nullable" or "empty"
                ? form
                : throw new InvalidDataException($"The form of {shape.Name}.{member.Name} in the room {Room.Name} is '{form}'.");
        }

        if (!shape.Requires(member))
        {
            return "nullable";
        }

        return IsInput(shape.Name) ? "required" : Model[member.Shape].Type == "list" && OperationWithOutput(shape.Name) is not null ? "empty" : "nullable";
    }

    /// <summary>The address of the page about a shape.</summary>
    public string PageOf(ApiShape shape)
    {
        if (Room.PageOf.TryGetValue(shape.Name, out string? page))
        {
            return Room.Pages + page + ".html";
        }

        ApiShape owner = shape.IsEnum ? Shapes.FirstOrDefault(s => s.Members.Any(m => LeadsTo(m.Shape, shape.Name))) ?? shape : shape;
        return Room.Pages + ((OperationWithInput(owner.Name) ?? OperationWithOutput(owner.Name))?.Name ?? owner.Name) + ".html";
    }

    /// <summary>A word of the model as a name: <c>PROMPT_ATTACK</c> and <c>promptAttack</c> are both <c>PromptAttack</c>.</summary>
    public static string Pascal(string text)
    {
        bool isUpper = text.Any(char.IsLetter) && !text.Any(char.IsLower);
        var name = new StringBuilder();
        bool first = true;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                first = true;
                continue;
            }

            name.Append(first ? char.ToUpperInvariant(c) : isUpper ? char.ToLowerInvariant(c) : c);
            first = false;
        }

        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            name.Insert(0, "Value");
        }

        return name.ToString();
    }

    private string PrefixOf(string shape)
    {
        // Elements of lists in lists: the innermost one decides which context knows it.
        ApiShape found = Model[shape];
        return found.Element is { } element ? PrefixOf(element) : Room.Elsewhere.GetValueOrDefault(shape) ?? Room.Prefix;
    }

    private bool LeadsTo(string shape, string wanted) => shape == wanted || (Model[shape].Element is { } element && LeadsTo(element, wanted));

    private void Walk(string? name, HashSet<string> seen, string owner)
    {
        if (name is null || Room.Elsewhere.ContainsKey(name))
        {
            return;
        }

        bool isNew = seen.Add(name);
        isNew |= !_owners.TryGetValue(name, out SortedSet<string>? owners);
        isNew |= (_owners[name] = owners ?? new SortedSet<string>(StringComparer.Ordinal)).Add(owner);
        ApiShape shape = Model[name];
        if (!isNew || shape.IsException)
        {
            return;
        }

        foreach (ApiMember member in shape.Members)
        {
            Walk(member.Shape, seen, owner);
        }

        Walk(shape.Element, seen, owner);
    }

    private InvalidDataException Unknown(string name, string place) =>
        new($"{name}, in {place} of the room {Room.Name}, is not in the model of {Model.Service} or not reached by the room.");
}
