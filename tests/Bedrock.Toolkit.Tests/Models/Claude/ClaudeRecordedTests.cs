using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.Claude;

/// <summary>Real exchanges that others recorded.</summary>
public sealed class ClaudeRecordedTests
{
    public static TheoryData<string> Calls => Find("/invoke");

    public static TheoryData<string> Streams => Find("/invoke-with-response-stream");

    [SharedFact]
    public void Recorded_Exchanges_AreFound()
    {
        Assert.Equal(13, Calls.Count);
        Assert.Equal(7, Streams.Count);
    }

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public void Call_Recorded_Survives(string name)
    {
        using JsonDocument exchange = Open(name);
        ClaudeTestData.RoundTrip<ClaudeRequest>(exchange.RootElement.GetProperty("request").GetProperty("body").GetRawText());

        ClaudeResponse response = ClaudeTestData.RoundTrip<ClaudeResponse>(exchange.RootElement.GetProperty("response").GetProperty("body").GetRawText());

        Assert.NotNull(response.StopReason);
        Assert.NotEmpty(response.Content);
        Assert.True(response.Usage!.OutputTokens > 0);
        Assert.All(response.Content, block => Assert.IsNotType<ClaudeUnknownBlock>(block));
        ClaudeRequest next = ClaudeRequest.For("go on");
        next.Messages.Insert(0, response.ToMessage());
        Assert.Null(Record.Exception(() => ClaudeModels.Sonnet45.CheckRequest!(next)));
    }

    [SharedTheory]
    [MemberData(nameof(Streams))]
    public void Stream_Recorded_FoldsToWhatTheDeltasSay(string name)
    {
        using JsonDocument exchange = Open(name);
        ClaudeTestData.RoundTrip<ClaudeRequest>(exchange.RootElement.GetProperty("request").GetProperty("body").GetRawText());
        List<JsonElement> chunks =
            [.. exchange.RootElement.GetProperty("response").GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("chunk"))];

        List<ClaudeStreamEvent> events = [.. chunks.Select(chunk => ClaudeTestData.RoundTrip<ClaudeStreamEvent>(chunk.GetRawText()))];

        Assert.All(events, streamEvent => Assert.IsNotType<ClaudeUnknownStreamEvent>(streamEvent));
        Assert.Equal(events.Count - 1, events.FindIndex(streamEvent => ClaudeModels.Sonnet45.IsEnd(streamEvent)));
        ClaudeResponse response = ClaudeTestData.Fold(events);
        Assert.Equal(Pieces(chunks, "text"), response.Text);
        Assert.NotNull(response.StopReason);
        Assert.All(response.ToolCalls, use => Assert.Equal(JsonValueKind.Object, use.Input.ValueKind));
        string inputs = Pieces(chunks, "partial_json");
        Assert.Equal(inputs.Length > 0, response.ToolCalls.Count > 0);
        Assert.All(response.ToolCalls, use => Assert.Contains(use.Input.GetRawText(), inputs, StringComparison.Ordinal));
    }

    private static string Pieces(List<JsonElement> chunks, string member) => string.Concat(chunks.Select(chunk =>
        chunk.TryGetProperty("delta", out JsonElement delta) && delta.TryGetProperty(member, out JsonElement piece) ? piece.GetString() : null));

    private static TheoryData<string> Find(string pathEnd)
    {
        var found = new TheoryData<string>();
        if (SharedFolder.Vectors is null)
        {
            // A theory without data is an error; the attribute skips it.
            found.Add(string.Empty);
            return found;
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(SharedFolder.Vectors, "recorded"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument exchange = JsonDocument.Parse(File.ReadAllBytes(file));
            if (exchange.RootElement.ValueKind == JsonValueKind.Object
                && exchange.RootElement.GetProperty("request") is var request
                && request.GetProperty("path").GetString() is { } path
                && path.Contains("anthropic", StringComparison.Ordinal)
                && path.EndsWith(pathEnd, StringComparison.Ordinal)
                && request.TryGetProperty("body", out JsonElement body)
                && body.ValueKind == JsonValueKind.Object
                && body.TryGetProperty("messages", out _))
            {
                found.Add(Path.GetFileNameWithoutExtension(file));
            }
        }

        return found;
    }

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "recorded", $"{name}.json")));
}
