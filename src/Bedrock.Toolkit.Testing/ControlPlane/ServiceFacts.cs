using System.Collections.Frozen;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What the service model says of the control plane: operations and shapes. Immutable.</summary>
internal sealed class ServiceFacts
{
    private static readonly Lazy<ServiceFacts> Lazily = new(static () =>
    {
        using Stream stream = typeof(ServiceFacts).Assembly.GetManifestResourceStream("bedrock.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return new ServiceFacts(document.RootElement);
    });

    private readonly FrozenDictionary<string, ShapeFacts> _shapes;

    private ServiceFacts(JsonElement root)
    {
        Operations = root.GetProperty("operations").EnumerateObject().ToFrozenDictionary(static o => o.Name, static o => new OperationFacts(o.Name, o.Value));
        _shapes = root.GetProperty("shapes").EnumerateObject().ToFrozenDictionary(static s => s.Name, static s => new ShapeFacts(s.Name, s.Value));
    }

    public static ServiceFacts Bedrock => Lazily.Value;

    public FrozenDictionary<string, OperationFacts> Operations { get; }

    public ShapeFacts this[string shape] => _shapes[shape];
}

/// <summary>An operation.</summary>
internal sealed class OperationFacts(string name, JsonElement json)
{
    public string Name => name;

    public string Method { get; } = json.GetProperty("method").GetString()!;

    public string Uri { get; } = json.GetProperty("uri").GetString()!;

    public int Status { get; } = json.GetProperty("status").GetInt32();

    public string Input { get; } = json.GetProperty("input").GetString()!;

    public string Output { get; } = json.GetProperty("output").GetString()!;

    public IReadOnlyList<string> Errors { get; } = ShapeFacts.Texts(json, "errors");
}

/// <summary>A shape.</summary>
internal sealed class ShapeFacts(string name, JsonElement json)
{
    public string Name => name;

    public string Type { get; } = json.GetProperty("type").GetString()!;

    /// <summary>The shape of elements, or of a map's values; empty for all else.</summary>
    public string Element { get; } = Text(json, "of") ?? string.Empty;

    /// <summary>The member that alone is the body.</summary>
    public string? Payload { get; } = Text(json, "payload");

    public decimal? Min { get; } = Number(json, "min");

    public decimal? Max { get; } = Number(json, "max");

    public string? Pattern { get; } = Text(json, "pattern");

    public IReadOnlyList<string> Values { get; } = Texts(json, "enum");

    public IReadOnlyList<string> Required { get; } = Texts(json, "required");

    public bool IsUnion { get; } = json.TryGetProperty("union", out _);

    public IReadOnlyList<MemberFacts> Members { get; } =
        json.TryGetProperty("members", out JsonElement members) ? [.. members.EnumerateObject().Select(static m => new MemberFacts(m.Name, m.Value))] : [];

    public static string[] Texts(JsonElement json, string member) =>
        json.TryGetProperty(member, out JsonElement all) ? [.. all.EnumerateArray().Select(static one => one.GetString()!)] : [];

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;

    private static decimal? Number(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) ? value.GetDecimal() : null;
}

/// <summary>A member of a structure.</summary>
internal sealed class MemberFacts(string name, JsonElement json)
{
    public string Name => name;

    public string Shape { get; } = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetProperty("shape").GetString()!;

    /// <summary><c>uri</c>, <c>querystring</c> or <c>header</c>; null for a member of the body.</summary>
    public string? Location { get; } = Text(json, "in");

    public string WireName { get; } = Text(json, "as") ?? name;

    private static string? Text(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
