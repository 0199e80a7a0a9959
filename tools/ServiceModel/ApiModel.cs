using System.Text.Json;

namespace Bedrock.Toolkit.Tools;

/// <summary>A service model: the operations and shapes of one service, as <c>service-2.json</c> has them. Immutable.</summary>
internal sealed class ApiModel
{
    private ApiModel(string service, Dictionary<string, ApiOperation> operations, Dictionary<string, ApiShape> shapes) =>
        (Service, Operations, Shapes) = (service, operations, shapes);

    /// <summary>The first part of the service's host name, such as <c>bedrock-runtime</c>.</summary>
    public string Service { get; }

    public IReadOnlyDictionary<string, ApiOperation> Operations { get; }

    public IReadOnlyDictionary<string, ApiShape> Shapes { get; }

    public ApiShape this[string shape] => Shapes.TryGetValue(shape, out ApiShape? found)
        ? found
        : throw new InvalidDataException($"The model of {Service} names the shape {shape}, which it does not have.");

    /// <summary>Reads a model.</summary>
    /// <param name="path">A <c>service-2.json</c>; pages are read from <c>paginators-1.json</c> beside it, where there is one.</param>
    public static ApiModel Read(string path)
    {
        string paginators = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "paginators-1.json");
        return Parse(File.ReadAllBytes(path), File.Exists(paginators) ? File.ReadAllBytes(paginators) : "{}"u8.ToArray());
    }

    /// <summary>Reads a model.</summary>
    public static ApiModel Parse(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> paginators)
    {
        using JsonDocument model = JsonDocument.Parse(json);
        using JsonDocument pages = JsonDocument.Parse(paginators);
        JsonElement root = model.RootElement;
        return new ApiModel(
            root.GetProperty("metadata").GetProperty("endpointPrefix").GetString()!,
            root.GetProperty("operations").EnumerateObject().ToDictionary(o => o.Name, o => Operation(o, PagesOf(pages.RootElement, o.Name))),
            root.GetProperty("shapes").EnumerateObject().ToDictionary(s => s.Name, Shape));
    }

    /// <summary>The model with shapes that are one class in C# put together: members that only the second has stand behind those of the first.</summary>
    /// <param name="same">The first by the second.</param>
    public ApiModel Join(IReadOnlyDictionary<string, string> same)
    {
        Dictionary<string, ApiShape> shapes = Shapes.ToDictionary(shape => shape.Key, shape => shape.Value);
        foreach ((string second, string first) in same)
        {
            ApiShape into = this[first];
            shapes[first] = into with { Members = [.. into.Members.UnionBy(this[second].Members, member => member.Name)] };
            shapes.Remove(second);
        }

        return new ApiModel(
            Service,
            Operations.ToDictionary(o => o.Key, o => o.Value with { Input = NameOf(o.Value.Input), Output = NameOf(o.Value.Output) }),
            shapes.ToDictionary(shape => shape.Key, shape => shape.Value with
            {
                Members = [.. shape.Value.Members.Select(member => member with { Shape = NameOf(member.Shape)! })],
                Key = NameOf(shape.Value.Key),
                Element = NameOf(shape.Value.Element),
            }));

        string? NameOf(string? shape) => shape is null ? null : same.GetValueOrDefault(shape) ?? shape;
    }

    private static ApiPages? PagesOf(JsonElement root, string operation) =>
        root.TryGetProperty("pagination", out JsonElement all) && all.TryGetProperty(operation, out JsonElement page)
            && Text(page, "input_token") is { } input && Text(page, "output_token") is { } output && Text(page, "result_key") is { } result
            ? new ApiPages(input, output, result)
            : null;

    private static ApiOperation Operation(JsonProperty operation, ApiPages? pages)
    {
        JsonElement value = operation.Value;
        JsonElement http = value.GetProperty("http");
        return new ApiOperation(
            operation.Name,
            Text(http, "method") ?? "POST",
            Text(http, "requestUri") ?? "/",
            ShapeOf(value, "input"),
            ShapeOf(value, "output"),
            value.TryGetProperty("errors", out JsonElement errors) ? [.. errors.EnumerateArray().Select(e => Text(e, "shape")!)] : [],
            pages)
        {
            Status = Number(http, "responseCode") is { } status ? (int)status : 200,
        };
    }

    private static ApiShape Shape(JsonProperty shape)
    {
        JsonElement value = shape.Value;
        return new ApiShape(shape.Name, Text(value, "type") ?? "structure")
        {
            Members = value.TryGetProperty("members", out JsonElement members) ? [.. members.EnumerateObject().Select(Member)] : [],
            Required = value.TryGetProperty("required", out JsonElement required) ? [.. required.EnumerateArray().Select(r => r.GetString()!)] : [],
            Values = value.TryGetProperty("enum", out JsonElement values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [],
            IsUnion = Flag(value, "union"),
            IsDocument = Flag(value, "document"),
            IsEventStream = Flag(value, "eventstream"),
            IsException = Flag(value, "exception"),
            IsSensitive = Flag(value, "sensitive"),
            Payload = Text(value, "payload"),
            ErrorCode = value.TryGetProperty("error", out JsonElement error) ? Text(error, "code") : null,
            Key = ShapeOf(value, "key"),
            Element = ShapeOf(value, "member") ?? ShapeOf(value, "value"),
            Min = Number(value, "min"),
            Max = Number(value, "max"),
            Pattern = Text(value, "pattern"),
            TimestampFormat = Text(value, "timestampFormat"),
        };
    }

    private static ApiMember Member(JsonProperty member) => new(
        member.Name,
        Text(member.Value, "locationName") ?? member.Name,
        Text(member.Value, "shape")!,
        Text(member.Value, "location"),
        Flag(member.Value, "idempotencyToken"),
        Flag(member.Value, "deprecated"));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? ShapeOf(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? Text(value, "shape") : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.TryGetDecimal(out decimal number) ? number : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}

/// <summary>An operation: where it goes, what goes in, what comes out.</summary>
internal sealed record ApiOperation(
    string Name, string Method, string Uri, string? Input, string? Output, IReadOnlyList<string> Errors, ApiPages? Pages)
{
    /// <summary>The status of an answer that is no error.</summary>
    public int Status { get; init; } = 200;
}

/// <summary>How an operation gives its answer in pages: member names of input and output.</summary>
internal sealed record ApiPages(string InputToken, string OutputToken, string Result);

/// <summary>A shape: the type of a member, a body or an error.</summary>
internal sealed record ApiShape(string Name, string Type)
{
    public IReadOnlyList<ApiMember> Members { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The values of an enumeration; empty for all else.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool IsUnion { get; init; }

    public bool IsDocument { get; init; }

    public bool IsEventStream { get; init; }

    public bool IsException { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>The member that alone is the body.</summary>
    public string? Payload { get; init; }

    /// <summary>The name of an error on the wire, where it is not the shape's.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The shape of a map's keys.</summary>
    public string? Key { get; init; }

    /// <summary>The shape of a list's elements or of a map's values.</summary>
    public string? Element { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Pattern { get; init; }

    public string? TimestampFormat { get; init; }

    public bool IsEnum => Type == "string" && Values.Count > 0;

    /// <summary>A structure that becomes a class; unions too.</summary>
    public bool IsClass => Type == "structure" && !IsDocument;

    public bool Requires(ApiMember member) => Required.Contains(member.Name);
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name in the model.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Shape">The name of its shape.</param>
/// <param name="Location">Where it goes outside of the body; null inside.</param>
/// <param name="IsToken">Whether a new UUID stands for it when the caller gives none.</param>
/// <param name="IsDeprecated">Whether it is there for old callers only.</param>
internal sealed record ApiMember(string Name, string WireName, string Shape, string? Location, bool IsToken, bool IsDeprecated);
