using System.Net;
using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>A real exchange that others recorded, played back through a real client.</summary>
internal sealed class ReplayedExchange : IDisposable
{
    private readonly JsonDocument _document;

    private ReplayedExchange(string name) =>
        _document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", $"{name}.json")));

    public ModelId ModelId => Uri.UnescapeDataString(Request.GetProperty("path").GetString()!.Split('/')[2]);

    public string RequestBody => Request.GetProperty("body").GetRawText();

    public string ResponseBody => Response.GetProperty("body").GetRawText();

    public IReadOnlyList<string> Chunks => [.. Response.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("chunk").GetRawText())];

    private JsonElement Request => _document.RootElement.GetProperty("request");

    private JsonElement Response => _document.RootElement.GetProperty("response");

    /// <summary>The names of the successful exchanges of a family; one empty name where the data is missing, because a theory without data is an
    /// error.</summary>
    /// <param name="isFamily">Whether a model id belongs to the family.</param>
    /// <param name="streaming">Whether the answer is a stream.</param>
    /// <param name="requestMember">A member that the request body must have.</param>
    public static TheoryData<string> Find(Func<string, bool> isFamily, bool streaming, string requestMember)
    {
        var found = new TheoryData<string>();
        if (SharedFolder.Vectors is null)
        {
            found.Add(string.Empty);
            return found;
        }

        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", "index.json")));
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            string[] path = entry.GetProperty("path").GetString()!.Split('/');
            if (path is [_, "model", var id, var verb]
                && isFamily(Uri.UnescapeDataString(id))
                && verb == (streaming ? "invoke-with-response-stream" : "invoke")
                && entry.GetProperty("status").GetInt32() == 200
                && entry.GetProperty("name").GetString() is { } name
                && HasMember(name, requestMember))
            {
                found.Add(name);
            }
        }

        return found;
    }

    public static ReplayedExchange Open(string name) => new(name);

    /// <summary>Sends the recorded request, typed, and reads the recorded answer.</summary>
    public async Task<TResponse> InvokeAsync<TRequest, TResponse>(Model<TRequest, TResponse> model)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json(ResponseBody, Headers()));
        using BedrockClient client = TestClient.Over(handler);

        TResponse response = await client.InvokeAsync(model, BedrockJson.Deserialize<TRequest>(RequestBody));

        EqualJson.Check(RequestBody, handler.Sent[0].Text);
        Assert.EndsWith("/invoke", handler.Sent[0].Uri.AbsolutePath, StringComparison.Ordinal);
        EqualJson.Check(ResponseBody, BedrockJson.Serialize(response));
        return response;
    }

    /// <summary>Sends the recorded request, typed, and reads the recorded bytes of the stream.</summary>
    public async Task<(List<TEvent> Events, TResponse Response)> StreamAsync<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model)
    {
        byte[] bytes = await File.ReadAllBytesAsync(SharedFolder.PathTo("vectors", "recorded", Response.GetProperty("body_file").GetString()!));
        using var handler = new ScriptedHandler(_ => Stream(), _ => Stream());
        using BedrockClient client = TestClient.Over(handler);
        TRequest request = BedrockJson.Deserialize<TRequest>(RequestBody);

        List<TEvent> events = await TestClient.ToListAsync(client.StreamAsync(model, request));
        TResponse response = await client.StreamAsync(model, request).ToResponseAsync();

        EqualJson.Check(RequestBody, handler.Sent[0].Text);
        Assert.Equal(Chunks.Count, events.Count);
        for (int i = 0; i < events.Count; i++)
        {
            EqualJson.Check(Chunks[i], BedrockJson.Serialize(events[i]));
        }

        return (events, response);

        HttpResponseMessage Stream() => Answers.Of(HttpStatusCode.OK, bytes, "application/vnd.amazon.eventstream", Headers());
    }

    public void Dispose() => _document.Dispose();

    private static bool HasMember(string name, string member)
    {
        using var exchange = new ReplayedExchange(name);
        return exchange.Request.TryGetProperty("body", out JsonElement body) && body.ValueKind == JsonValueKind.Object && body.TryGetProperty(member, out _);
    }

    // The test's answers have a content type and a request id of their own.
    private (string Name, string Value)[] Headers() =>
        [.. Response.GetProperty("headers").EnumerateObject().Where(h => h.Name.StartsWith("x-amzn-bedrock-", StringComparison.Ordinal))
            .Select(h => (h.Name, h.Value.GetString()!))];
}
