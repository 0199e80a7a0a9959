using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The event-stream part of the conformance data.</summary>
internal static class EventStreamVectors
{
    private static readonly Lazy<JsonElement> Index = new(() => Json("index.json"));

    private static readonly Lazy<Dictionary<string, JsonElement>> Protocol = new(ReadProtocol);

    public static JsonElement Get(string list, string name) =>
        Index.Value.GetProperty(list).EnumerateArray().Single(vector => vector.GetProperty("name").GetString() == name);

    public static JsonElement Case(string name) => Protocol.Value[name];

    public static byte[] Bytes(string folder, string name) => File.ReadAllBytes(PathTo(folder, name + ".bin"));

    /// <summary>The names in one list of the index; none where the data is missing.</summary>
    public static TheoryData<string> Names(string list, Func<JsonElement, bool>? condition = null) => SharedFolder.Vectors is null
        ? []
        : [.. Index.Value.GetProperty(list).EnumerateArray().Where(condition ?? (_ => true)).Select(vector => vector.GetProperty("name").GetString()!)];

    /// <summary>The protocol cases that have frames, as <c>operation/id</c>; none where the data is missing.</summary>
    public static TheoryData<string> Cases() => SharedFolder.Vectors is null ? [] : [.. Protocol.Value.Keys];

    /// <summary>The recorded streams; none where the data is missing.</summary>
    public static TheoryData<string> Recordings() => SharedFolder.Vectors is null
        ? []
        : [.. Directory.GetFiles(Path.Combine(SharedFolder.Vectors, "recorded"), "*.bin").Order(StringComparer.Ordinal)
            .Select(file => Path.GetFileNameWithoutExtension(file))];

    public static JsonElement Recording(string name) => Read(Path.Combine(SharedFolder.Vectors!, "recorded", name + ".json"));

    public static byte[] RecordedBody(string name) => File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "recorded", name + ".bin"));

    private static Dictionary<string, JsonElement> ReadProtocol()
    {
        Dictionary<string, JsonElement> cases = [];
        foreach (JsonElement group in Json("protocol", "restjson1-event-stream-tests.json").EnumerateArray())
        {
            foreach (JsonElement test in group.GetProperty("cases").EnumerateArray().Where(test => test.TryGetProperty("events", out _)))
            {
                cases.Add($"{group.GetProperty("operation").GetString()}/{test.GetProperty("id").GetString()}", test);
            }
        }

        return cases;
    }

    private static JsonElement Json(params string[] parts) => Read(PathTo(parts));

    private static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static string PathTo(params string[] parts) => Path.Combine([SharedFolder.Vectors!, "eventstream", .. parts]);
}
