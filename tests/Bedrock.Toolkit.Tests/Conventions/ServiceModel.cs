using System.Text.Json;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The machine-readable contract of bedrock-runtime.</summary>
internal sealed class ServiceModel : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PathTo("api", "bedrock-runtime", "service-2.json")));

    public IEnumerable<string> Operations => _document.RootElement.GetProperty("operations").EnumerateObject().Select(o => o.Name);

    public JsonElement Shape(string name) => _document.RootElement.GetProperty("shapes").GetProperty(name);

    /// <summary>The name of the shape that goes into an operation.</summary>
    public string InputOf(string operation) => Operation(operation).GetProperty("input").GetProperty("shape").GetString()!;

    /// <summary>The name of the shape that comes out of an operation.</summary>
    public string OutputOf(string operation) => Operation(operation).GetProperty("output").GetProperty("shape").GetString()!;

    /// <summary>The members of a structure.</summary>
    public IEnumerable<ShapeMember> Members(string shape) => Shape(shape).GetProperty("members").EnumerateObject().Select(m => new ShapeMember(
        m.Name,
        TextOf(m.Value, "locationName") ?? m.Name,
        m.Value.GetProperty("shape").GetString()!,
        TextOf(m.Value, "location")));

    /// <summary>Whether a boolean fact of a shape is set, such as <c>union</c>.</summary>
    public bool Is(string shape, string fact) => Shape(shape).TryGetProperty(fact, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public string TypeOf(string shape) => TextOf(Shape(shape), "type")!;

    public void Dispose() => _document.Dispose();

    private JsonElement Operation(string name) => _document.RootElement.GetProperty("operations").GetProperty(name);

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name in the model.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Shape">The name of its shape.</param>
/// <param name="Location">Where it goes outside of the body; null inside.</param>
internal sealed record ShapeMember(string Name, string WireName, string Shape, string? Location);
