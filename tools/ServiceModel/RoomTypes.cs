using System.Text;

namespace Bedrock.Toolkit.Tools;

/// <summary>The types of a room: which shapes it has, what they are called in C#, and what their members look like.</summary>
internal sealed class RoomTypes
{
    // Names that the base classes have.
    private static readonly string[] Taken =
        ["AdditionalProperties", "Metadata", "GuardrailAction", "GuardrailTrace", "TokenUsage", "Check", "WithToken", "Equals", "ToString"];

    private readonly HashSet<string> _inputs = [];
    private readonly HashSet<string> _outputs = [];
    private readonly Dictionary<string, SortedSet<string>> _owners = [];

    public RoomTypes(Room room, ApiModel model)
    {
        (Room, Model) = (room, model.Join(room.Same));
        model = Model;
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

        foreach ((string file, string[] shapes) in room.Files)
        {
            foreach (string shape in shapes)
            {
                _owners[Has(shape) ? shape : throw Unknown(shape, "files")] = [file];
            }
        }

        IEnumerable<string> named = room.Words.Keys.Concat(room.Forms.Keys).Concat(room.Defaults.Keys);
        foreach (string key in named.Select(key => key.Split('.', '(')[0]))
        {
            if (key != "*" && !model.Operations.ContainsKey(key) && !Has(key))
            {
                throw Unknown(key, "words, forms or defaults");
            }
        }
    }

    public Room Room { get; }

    public ApiModel Model { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public string Context => Room.Prefix + "JsonContext";

    /// <summary>The structures and enumerations of the room, in the model's order.</summary>
    /// <remarks>An event stream is written by hand where the operations are extension methods, and errors are the library's own;
    /// the events of the stream are here.</remarks>
    public IEnumerable<ApiShape> Shapes => Model.Shapes.Values.Where(shape =>
        Has(shape.Name) && (shape.IsClass || shape.IsEnum) && (Room.Client || !shape.IsEventStream) && !shape.IsException && !IsWithoutType(shape));

    /// <summary>The namespaces of what is written elsewhere.</summary>
    public IEnumerable<string> Namespaces => Room.Elsewhere.Values
        .Select(place => "Bedrock.Toolkit." + (place.Contains('.', StringComparison.Ordinal) ? place[..place.LastIndexOf('.')] : place))
        .Distinct().Where(name => name != Room.Namespace).Order(StringComparer.Ordinal);

    /// <summary>Whether a shape is reached by an operation of the room and not written elsewhere.</summary>
    public bool Has(string shape) => (_inputs.Contains(shape) || _outputs.Contains(shape)) && !Room.Elsewhere.ContainsKey(shape);

    /// <summary>Whether a shape goes to the service: then its required members are <c>required</c>.</summary>
    public bool IsInput(string shape) => _inputs.Contains(shape);

    /// <summary>The file that a shape is in: that of the room, of the operation that alone reaches it, or "Shared".</summary>
    public string OwnerOf(string shape) => _owners[shape] is { Count: 1 } one ? one.Min! : "Shared";

    /// <summary>The operation whose output a shape is.</summary>
    public ApiOperation? OperationWithOutput(string shape) => Operations.FirstOrDefault(o => o.Output == shape);

    public ApiOperation? OperationWithInput(string shape) => Operations.FirstOrDefault(o => o.Input == shape);

    /// <summary>An input that is nothing but labels of the path is no type where the labels are parameters; nor is an output that is a stream.</summary>
    public bool IsWithoutType(ApiShape shape) =>
        (!Room.Client && OperationWithInput(shape.Name) is not null && shape.Members.All(member => member.Location == "uri"))
        || (!Room.Client && shape.Members.Any(member => Model[member.Shape].IsEventStream));

    /// <summary>The event stream that a structure is an event of.</summary>
    public ApiShape? StreamOf(string shape) => Model.Shapes.Values.FirstOrDefault(stream =>
        stream.IsEventStream && Has(stream.Name) && stream.Members.Any(member => member.Shape == shape));

    /// <summary>The class that a structure derives from.</summary>
    public string BaseOf(ApiShape shape) => StreamOf(shape.Name) is { } stream ? NameOf(stream.Name)
        : OperationWithOutput(shape.Name) is null ? "BedrockObject" : "BedrockResponse";

    /// <summary>The members that a class has: labels of the path are parameters of an extension method.</summary>
    public IEnumerable<ApiMember> MembersOf(ApiShape shape) => shape.Members.Where(member => Room.Client || member.Location != "uri");

    public string NameOf(string shape) => Room.Names.GetValueOrDefault(shape) ?? Pascal(shape);

    public string NameOf(ApiShape shape, ApiMember member)
    {
        if (Room.Client && Room.Names.TryGetValue($"{shape.Name}.{member.Name}", out string? given))
        {
            return given;
        }

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
        if (Room.Types.TryGetValue(shape, out string? type))
        {
            return type.Split(" | ")[0];
        }

        return found.Type switch
        {
            _ when found.IsEventStream => $"IList<{NameOf(shape)}>",
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
        if (Room.Types.TryGetValue(shape, out string? type))
        {
            return type.Split(" | ")[1];
        }

        return found.Type switch
        {
            _ when found.IsEventStream => $"{Room.Prefix}ListConverter<{NameOf(shape)}>",
            "integer" => "CountConverter",
            "long" => "LongCountConverter",
            "timestamp" => found.TimestampFormat is null ? "EpochTimestampConverter" : "TimestampConverter",
            "list" => $"{PrefixOf(found.Element!)}ListConverter<{TypeOf(found.Element!)}>",
            "map" => $"{PrefixOf(found.Element!)}MapConverter<{TypeOf(found.Element!)}>",
            "structure" when !found.IsDocument && !found.IsUnion => $"{PrefixOf(shape)}ObjectConverter<{NameOf(shape)}>",
            _ => null,
        };
    }

    /// <summary>The form of a structure's member: one of <see cref="MemberForm"/>.</summary>
    public string FormOf(ApiShape shape, ApiMember member)
    {
        if (Room.Forms.TryGetValue($"{shape.Name}.{member.Name}", out string? form))
        {
            return MemberForm.IsKnown(form)
                ? form
                : throw new InvalidDataException($"The form of {shape.Name}.{member.Name} in the room {Room.Name} is '{form}'.");
        }

        if (Model[member.Shape].IsEventStream)
        {
            return MemberForm.Empty;
        }

        if (!shape.Requires(member))
        {
            return MemberForm.Nullable;
        }

        return IsInput(shape.Name) ? MemberForm.Required
            : Model[member.Shape].Type == "list" && OperationWithOutput(shape.Name) is not null ? MemberForm.Empty : MemberForm.Nullable;
    }

    /// <summary>The form of the one member that a union's variant has.</summary>
    public string FormOfVariant(ApiMember member)
    {
        ApiShape type = Model[member.Shape];
        return !Room.Constructors ? MemberForm.Required : type.Type switch
        {
            "list" or "map" => MemberForm.Empty,
            "string" when !type.IsEnum => MemberForm.Empty,
            "structure" => type.IsDocument ? MemberForm.Empty : MemberForm.Nullable,
            _ => MemberForm.Plain,
        };
    }

    /// <summary>The name of a named value.</summary>
    public string NameOfValue(ApiShape shape, string value)
    {
        string named = Room.Names.GetValueOrDefault($"{shape.Name}.{value}") ?? Pascal(value);
        return named is "Value" or "Equals" or "GetHashCode" or "ToString" || named == NameOf(shape.Name) ? named + "Named" : named;
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
        return found.Element is { } element ? PrefixOf(element) : Room.Elsewhere.GetValueOrDefault(shape)?.Split('.')[^1] ?? Room.Prefix;
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
