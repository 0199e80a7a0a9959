using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tools;

/// <summary>One room of the library that is generated: which operations it has, how they are called there, and our own words about them.</summary>
/// <remarks>Files <c>Rooms/*.json</c>; docs/service-models.md says what each member means.</remarks>
internal sealed class Room
{
    /// <summary>The file's name without its extension.</summary>
    [JsonIgnore]
    public string Name { get; private set; } = string.Empty;

    public required string Model { get; set; }

    public required string Folder { get; set; }

    public required string Namespace { get; set; }

    /// <summary>What the context and the converters begin with.</summary>
    public required string Prefix { get; set; }

    /// <summary>What the types are, for the docs of context and converters: "the guardrail types".</summary>
    public required string About { get; set; }

    /// <summary>The address of the API reference up to the name of a shape or operation.</summary>
    public required string Pages { get; set; }

    /// <summary>Empty: all operations of the model.</summary>
    public IReadOnlyList<string> Operations { get; set; } = [];

    /// <summary>Shapes that no operation of the room reaches.</summary>
    public IReadOnlyList<string> Shapes { get; set; } = [];

    /// <summary>The class that the operations are methods of: extension methods where <see cref="Client"/> is not set.</summary>
    /// <value>Null where the calls are written by hand.</value>
    public string? Methods { get; set; }

    /// <summary>Whether the operations are methods of a client of its own, which take labels of the path from the request.</summary>
    public bool Client { get; set; }

    /// <summary>What stands in the options of the JSON context beside the rest.</summary>
    public string? Context { get; set; }

    /// <summary>Whether variants have constructors, an empty one and one with their value: then that is not required of them.</summary>
    public bool Constructors { get; set; }

    /// <summary>Shapes that are the same class as another one, by which that is.</summary>
    public IReadOnlyDictionary<string, string> Same { get; set; } = new Dictionary<string, string>();

    /// <summary>The shapes that have a file of their own, by its name; all others are in that of their operation.</summary>
    public IReadOnlyDictionary<string, string[]> Files { get; set; } = new Dictionary<string, string[]>();

    /// <summary>
    /// Shapes that are written elsewhere in the library, by the prefix of their converters. The namespace is that of the prefix, or stands before it with
    /// a dot between.
    /// </summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; set; } = new Dictionary<string, string>();

    /// <summary>Names of types and members that are not those of the model, by shape or <c>Shape.member</c>.</summary>
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    /// <summary>Names of the variants of a union by its members, and by <c>?</c> of the unknown one.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Variants { get; set; } = new Dictionary<string, Dictionary<string, string>>();

    /// <summary>Members that have another form than the model's facts would give them: one of <see cref="MemberForm"/>.</summary>
    public IReadOnlyDictionary<string, string> Forms { get; set; } = new Dictionary<string, string>();

    /// <summary>The named values that members of the form <c>plain</c> begin with, as the model spells them.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; set; } = new Dictionary<string, string>();

    /// <summary>Types of the room that are written by hand and stand in its context.</summary>
    public IReadOnlyList<string> Serializable { get; set; } = [];

    /// <summary>The method that checks an operation's request.</summary>
    public IReadOnlyDictionary<string, string> Checks { get; set; } = new Dictionary<string, string>();

    /// <summary>The event that ends the stream of an operation; the end of the body does where there is none.</summary>
    public IReadOnlyDictionary<string, string> Ends { get; set; } = new Dictionary<string, string>();

    /// <summary>Shapes that are a type of the core, with the converter of a member: <c>type | converter</c>.</summary>
    public IReadOnlyDictionary<string, string> Types { get; set; } = new Dictionary<string, string>();

    /// <summary>A file that gets the facts of the model, for a simulation of the service; null when there is none.</summary>
    public string? Facts { get; set; }

    /// <summary>The end of the address of a type's page, where it is not the one that the model leads to.</summary>
    public IReadOnlyDictionary<string, string> PageOf { get; set; } = new Dictionary<string, string>();

    /// <summary>Our own words: "summary | value", or "summary | remarks" of a type.</summary>
    public IReadOnlyDictionary<string, string> Words { get; set; } = new Dictionary<string, string>();

    /// <summary>All rooms of the repository, by name.</summary>
    public static IReadOnlyList<Room> ReadAll(string repository) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(repository, "tools", "ServiceModel", "Rooms"), "*.json").Order(StringComparer.Ordinal).Select(Read),
    ];

    private static Room Read(string path)
    {
        Room room = JsonSerializer.Deserialize(File.ReadAllBytes(path), RoomJsonContext.Default.Room)
            ?? throw new InvalidDataException($"{path} is null.");
        room.Name = Path.GetFileNameWithoutExtension(path);
        return room;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Room))]
internal sealed partial class RoomJsonContext : JsonSerializerContext;
