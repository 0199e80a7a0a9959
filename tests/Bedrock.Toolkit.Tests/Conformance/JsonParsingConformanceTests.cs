using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The published JSON texts, through every place where the client reads JSON of the service.</summary>
public class JsonParsingConformanceTests
{
    private static readonly Model<JsonElement, JsonElement> Model = new(
        Echo.Id, AnyJsonContext.Default.JsonElement, AnyJsonContext.Default.JsonElement);

    private static readonly StreamingModel<JsonElement, JsonElement, JsonElement> Streaming = new(
        Echo.Id, AnyJsonContext.Default.JsonElement, AnyJsonContext.Default.JsonElement, AnyJsonContext.Default.JsonElement, _ => true, () =>
            throw new NotSupportedException());

    public static TheoryData<string> Files => SharedFolder.Vectors is null
        ? ["missing"]
        : [.. Directory.GetFiles(Folder("test_parsing"), "*.json").Concat(Directory.GetFiles(Folder("test_transform"), "*.json"))
            .Select(f => Path.GetFileName(Path.GetDirectoryName(f)) + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal), .. Built];

    private static string[] Built => ["test_parsing/n_structure_100000_opening_arrays.json", "test_parsing/n_structure_open_array_object.json"];

    [SharedTheory]
    [MemberData(nameof(Files))]
    public async Task Read_JsonText_IsTakenOrRefusedAsPublished(string file)
    {
        byte[] json = Read(file);
        char expected = file.StartsWith("test_parsing", StringComparison.Ordinal) ? Path.GetFileName(file)[0] : 'i';

        Check(expected, await Record.ExceptionAsync(() => InvokeAsync(json)));
        if (json.Length < 1_000_000) Check(expected, await Record.ExceptionAsync(() => StreamAsync(Frames.Chunk(json))));

        // As the payload of a frame: never a chunk, so always refused, but never a crash.
        Check('n', await Record.ExceptionAsync(() => StreamAsync(Frames.ChunkOf(json))));

        // As the answer and the chunk of a typed model: read, or refused for its shape.
        Check(expected == 'n' ? 'n' : 'i', await Record.ExceptionAsync(() => InvokeAsync(json, typed: true)));
        if (json.Length < 1_000_000) Check(expected == 'n' ? 'n' : 'i', await Record.ExceptionAsync(() => StreamAsync(Frames.Chunk(json), typed: true)));

        // As an event of ConverseStream: one that nobody knows is kept as it is; one that is known is read, or refused for its shape.
        if (json.Length < 1_000_000) Check(expected, await Record.ExceptionAsync(() => ConverseAsync("somethingNew", json)));
        Check(expected == 'n' ? 'n' : 'i', await Record.ExceptionAsync(() => ConverseAsync("contentBlockDelta", json)));

        // As the body of an error: never in the way of the error.
        ServiceError error = ServiceError.Parse(503, "ServiceUnavailableException", json, null);
        Assert.Equal("ServiceUnavailableException", error.Code);
    }

    [SharedFact]
    public void Files_OnDisk_AreComplete()
    {
        Assert.Equal(316, Directory.GetFiles(Folder("test_parsing"), "*.json").Length);
        Assert.Equal(22, Directory.GetFiles(Folder("test_transform"), "*.json").Length);
    }

    private static void Check(char expected, Exception? e)
    {
        if (e is not null) Assert.IsType<BedrockProtocolException>(e);
        if (expected == 'y') Assert.Null(e);
        if (expected == 'n') Assert.NotNull(e);
    }

    private static async Task InvokeAsync(byte[] json, bool typed = false)
    {
        using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, json, "application/json"));
        using BedrockClient client = TestClient.Over(handler);
        await (typed ? client.InvokeAsync(Echo.Model, Echo.Request()) : (Task)client.InvokeAsync(Model, JsonElement.Parse("{}")));
    }

    private static async Task StreamAsync(byte[] frame, bool typed = false)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(frame, Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler);
        if (typed) await TestClient.ToListAsync(client.StreamAsync(Echo.Streaming, Echo.Request()));
        else await TestClient.ToListAsync(client.StreamAsync(Streaming, JsonElement.Parse("{}")));
    }

    private static async Task ConverseAsync(string eventType, byte[] json)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(
            Frames.Of(json, (":event-type", eventType), (":content-type", "application/json"), (":message-type", "event")),
            Frames.Of("""{"stopReason":"end_turn"}""", (":event-type", "messageStop"), (":content-type", "application/json"), (":message-type", "event"))));
        using BedrockClient client = TestClient.Over(handler);
        await TestClient.ToListAsync(client.ConverseStreamAsync(Echo.Id, new ConverseRequest { Messages = [Message.User(Echo.Prompt)] }));
    }

    private static byte[] Read(string file) => file switch
    {
        _ when File.Exists(Folder(file)) => File.ReadAllBytes(Folder(file)),
        _ when file == Built[0] => Encoding.UTF8.GetBytes(new string('[', 100_000)),
        _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"\":", 50_000))),
    };

    private static string Folder(string name) => Path.Combine(SharedFolder.Vectors!, "json-parsing", name);
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AnyJsonContext : JsonSerializerContext;
