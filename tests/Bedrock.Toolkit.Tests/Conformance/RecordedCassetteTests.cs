using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Cassettes;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>Recorded exchanges that others made are cassettes too.</summary>
public class RecordedCassetteTests
{
    [SharedFact]
    public async Task Replay_EveryRecordedExchange_GivesItsAnswer()
    {
        int replayed = 0;
        foreach (string file in Directory.EnumerateFiles(SharedFolder.PathTo("vectors", "recorded"), "*--*.json"))
        {
            await ReplayAsync(file);
            replayed++;
        }

        Assert.True(replayed > 200);
    }

    private static async Task ReplayAsync(string file)
    {
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        JsonElement sent = document.RootElement.GetProperty("request");
        JsonElement due = document.RootElement.GetProperty("response");
        using Cassette cassette = Cassette.Replay(file);
        using var invoker = new HttpMessageInvoker(cassette.CreateHandler());
        using var request = new HttpRequestMessage(new HttpMethod(sent.GetProperty("method").GetString()!), "https://host" + sent.GetProperty("path").GetString());
        foreach (JsonProperty header in sent.GetProperty("headers").EnumerateObject())
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        JsonElement body = sent.GetProperty("body");
        if (body.ValueKind != JsonValueKind.Null)
        {
            request.Content = new StringContent(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText(), Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);

        Assert.Equal((HttpStatusCode)due.GetProperty("status").GetInt32(), response.StatusCode);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        if (due.TryGetProperty("body_file", out JsonElement frames))
        {
            byte[] recorded = await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(file)!, frames.GetString()!));
            Assert.Equal(Events(recorded), Events(bytes));
        }
        else
        {
            EqualJson.Check(due.GetProperty("body").GetRawText(), Encoding.UTF8.GetString(bytes));
        }
    }

    private static List<string> Events(byte[] bytes)
    {
        var splitter = new FrameSplitter();
        List<EpisodeEvent> events = splitter.Add(bytes, TimeSpan.Zero);
        Assert.True(splitter.IsBetweenFrames);
        Assert.DoesNotContain(events, e => e.Kind == EpisodeEventKind.Raw);
        return [.. events.Select(e => $"{e.Kind} {e.Name} {Encoding.UTF8.GetString(e.Content.ToBytes().Span)}")];
    }
}
