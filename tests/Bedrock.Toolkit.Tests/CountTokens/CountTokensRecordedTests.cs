using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.CountTokens;

/// <summary>Real exchanges that others recorded.</summary>
public class CountTokensRecordedTests
{
    public static TheoryData<string> Exchanges { get; } = Find();

    [SharedFact]
    public void Recorded_Exchanges_AreFound()
    {
        Assert.Equal(8, Exchanges.Count);
        // Nobody has recorded these yet; when somebody does, they need a test.
        Assert.DoesNotContain(Directory.GetFiles(SharedFolder.PathTo("vectors", "recorded"), "*.json"), file => PathOf(file) is { } path
            && (path.StartsWith("/guardrail", StringComparison.Ordinal) || path.StartsWith("/async-invoke", StringComparison.Ordinal)));
    }

    [SharedTheory]
    [MemberData(nameof(Exchanges))]
    public async Task Recorded_Exchange_Replays(string name)
    {
        using JsonDocument exchange = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathTo("vectors", "recorded", name)));
        JsonElement request = exchange.RootElement.GetProperty("request");
        JsonElement response = exchange.RootElement.GetProperty("response");
        string requestBody = request.GetProperty("body").GetRawText();
        string responseBody = response.GetProperty("body").GetRawText();
        var status = (HttpStatusCode)response.GetProperty("status").GetInt32();
        string recordedPath = request.GetProperty("path").GetString()!;
        string model = Uri.UnescapeDataString(recordedPath.Split('/')[2]);
        CountTokensRequest typed = WireText.RoundTrip<CountTokensRequest>(requestBody);
        Assert.IsNotType<CountTokensUnknownInput>(typed.Input);

        var handler = new ScriptedHandler(_ => Answers.Of(status, Encoding.UTF8.GetBytes(responseBody), "application/json"));
        using BedrockClient client = TestClient.Over(handler);
        Task<CountTokensResponse> call = client.CountTokensAsync(model, typed);
        if (status == HttpStatusCode.OK)
        {
            CountTokensResponse answer = await call;
            EqualJson.Check(responseBody, BedrockJson.Serialize(answer));
            Assert.Null(answer.AdditionalProperties);
            Assert.True(answer.InputTokens > 0);
        }
        else
        {
            // The recordings do not keep the header that names the error.
            BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => call);
            Assert.Equal((int)status, e.StatusCode);
            Assert.False(e.IsTransient);
            Assert.Contains(response.GetProperty("body").GetProperty("message").GetString()!, e.Message, StringComparison.Ordinal);
        }

        SentRequest sent = Assert.Single(handler.Sent);
        EqualJson.Check(requestBody, sent.Text);
        Assert.Equal(Uri.UnescapeDataString(recordedPath), Uri.UnescapeDataString(sent.Uri.AbsolutePath));
    }

    private static TheoryData<string> Find()
    {
        var found = new TheoryData<string>();
        if (SharedFolder.Vectors is null)
        {
            // A theory without data is an error; the attribute skips it.
            found.Add(string.Empty);
            return found;
        }

        foreach (string file in Directory.GetFiles(SharedFolder.PathTo("vectors", "recorded"), "*.json").Order(StringComparer.Ordinal))
        {
            if (PathOf(file)?.EndsWith("/count-tokens", StringComparison.Ordinal) == true)
            {
                found.Add(Path.GetFileName(file));
            }
        }

        return found;
    }

    private static string? PathOf(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("request", out JsonElement request)
            ? request.GetProperty("path").GetString()
            : null;
    }
}
