using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>What the tests of every streaming family ask of it, by its descriptor.</summary>
internal sealed class TextFamily<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model, params string[] freeMembers)
    where TResponse : BedrockResponse
    where TEvent : BedrockStreamEvent
{
    /// <summary>The request as a text: method, path, content type, blank line, body.</summary>
    public static string HttpText(Model<TRequest, TResponse> target, TRequest request)
    {
        target.CheckRequest!(request);
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, target.RequestTypeInfo);
        string body = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Equal(body, BedrockJson.Serialize(request));
        return $"POST /model/{Uri.EscapeDataString(target.Id.Value)}/invoke\ncontent-type: application/json\n\n{body}";
    }

    /// <summary>Reads and writes with the metadata of all families; fails when anything changed on the way.</summary>
    public T RoundTrip<T>(string json)
    {
        T value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value), freeMembers);
        return value;
    }

    /// <summary>Folds events; checks that the last one, and only the last one, ends the stream.</summary>
    public TResponse FoldWhole(params IEnumerable<string> chunks)
    {
        List<TEvent> events = [.. chunks.Select(RoundTrip<TEvent>)];
        Assert.Equal(events.Count - 1, events.FindIndex(e => model.IsEnd(e)));
        return Fold(events);
    }

    public TResponse Fold(params IEnumerable<TEvent> events)
    {
        IStreamFold<TEvent, TResponse> fold = model.CreateFold();
        foreach (TEvent e in events)
        {
            fold.Add(e);
        }

        return fold.ToResponse();
    }

    /// <summary>Cuts the stream at every byte: only a body that has its end mark is a whole stream, in one piece or byte by byte.</summary>
    public async Task CheckCutAtEveryByteAsync(TRequest request, params string[] chunks)
    {
        byte[][] frames = [.. chunks.Select(Frames.Chunk)];
        byte[] body = [.. frames.SelectMany(frame => frame)];
        for (int length = 0; length < body.Length; length++)
        {
            List<TEvent> events = [];
            using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(new PieceStream(body[..length]))), o => o.MaxAttempts = 1);
            Exception? error = await Record.ExceptionAsync(async () =>
            {
                await foreach (TEvent e in client.StreamAsync(model, request)) events.Add(e);
            });
            Assert.IsType<BedrockIncompleteStreamException>(error);
            int whole = frames.Select((_, i) => frames.Take(i + 1).Sum(frame => frame.Length)).Count(end => end <= length);
            Assert.Equal(whole, events.Count);
        }

        using BedrockClient last = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(new PieceStream(body, 1))));
        TResponse response = await last.StreamAsync(model, request).ToResponseAsync();
        EqualJson.Check(BedrockJson.Serialize(FoldWhole(chunks)), BedrockJson.Serialize(response), freeMembers);
    }

    public void AssertRefused(TRequest request, params string[] words) => AssertRefused(model, request, words);

    public static void AssertRefused(Model<TRequest, TResponse> target, TRequest request, params string[] words)
    {
        var e = Assert.Throws<ArgumentException>(() => target.CheckRequest!(request));
        Assert.All(words, word => Assert.Contains(word, e.Message, StringComparison.Ordinal));
    }

    /// <summary>Reads every sample of the wire reference with one name: request, response and stream, those that exist.</summary>
    /// <returns>How many files were read.</returns>
    public int CheckSamples(string folder, string name, Func<TResponse, string> textOf, Func<TEvent, string> pieceOf)
    {
        int files = 0;
        string start = SharedFolder.PathTo("wire", "text", "samples", folder, name);
        if (File.Exists(start + ".request.json"))
        {
            files++;
            TRequest request = RoundTrip<TRequest>(File.ReadAllText(start + ".request.json"));
            model.CheckRequest!(request);
        }

        if (File.Exists(start + ".response.json"))
        {
            files++;
            TResponse response = RoundTrip<TResponse>(File.ReadAllText(start + ".response.json"));
            Assert.Null(response.AdditionalProperties);
        }

        if (File.Exists(start + ".stream.jsonl"))
        {
            files++;
            string[] lines = File.ReadAllText(start + ".stream.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            List<TEvent> events = [.. lines.Select(RoundTrip<TEvent>)];
            Assert.All(events, e => Assert.Null(e.AdditionalProperties));
            TResponse folded = FoldWhole(lines);
            Assert.Equal(string.Concat(events.Select(pieceOf)), textOf(folded));
            RoundTrip<TResponse>(BedrockJson.Serialize(folded));
        }

        return files;
    }

    /// <summary>Replays the recorded exchanges whose path matches, over a real client.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReplayAsync(string pathStart)
    {
        int count = 0;
        string folder = Path.Combine(SharedFolder.Vectors!, "recorded");
        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            string path = entry.GetProperty("path").GetString()!;
            if (!path.StartsWith(pathStart, StringComparison.Ordinal) || !path.Contains("/invoke", StringComparison.Ordinal))
            {
                continue;
            }

            count++;
            using JsonDocument exchange = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, entry.GetProperty("name").GetString() + ".json")));
            await ReplayAsync(path.Split('/')[2], exchange.RootElement);
        }

        return count;
    }

    private async Task ReplayAsync(string id, JsonElement exchange)
    {
        string requestJson = exchange.GetProperty("request").GetProperty("body").GetRawText();
        TRequest request = RoundTrip<TRequest>(requestJson);
        JsonElement answer = exchange.GetProperty("response");
        (string, string)[] headers =
            [.. answer.GetProperty("headers").EnumerateObject().Where(h => h.Name.StartsWith("x-amzn", StringComparison.OrdinalIgnoreCase))
            .Select(h => (h.Name, h.Value.GetString()!))];
        bool streams = answer.TryGetProperty("frames", out JsonElement frames);
        var handler = new ScriptedHandler(_ => streams
            ? Answers.Stream([.. frames.EnumerateArray().Select(frame => Frames.Chunk(frame.GetProperty("chunk").GetRawText()))])
            : Answers.Json(answer.GetProperty("body").GetRawText(), headers));
        using BedrockClient client = TestClient.Over(handler);

        TResponse response = streams
            ? await client.StreamAsync(model.WithId(id), request).ToResponseAsync()
            : await client.InvokeAsync(model.WithId(id), request);

        EqualJson.Check(requestJson, Encoding.UTF8.GetString(handler.Sent[0].Body), freeMembers);
        Assert.True(response.TokenUsage!.OutputTokens > 0);
        Assert.True(response.TokenUsage.InputTokens > 0);
        Assert.Null(response.AdditionalProperties);
        if (!streams)
        {
            EqualJson.Check(answer.GetProperty("body").GetRawText(), BedrockJson.Serialize(response), freeMembers);
        }
    }
}
