using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Scripts from JSON files.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"script-{Guid.NewGuid():N}.json");
    private readonly FakeBedrock _fake = new();

    public void Dispose()
    {
        _fake.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task LoadScript_EveryKindOfAnswer_IsGiven()
    {
        Load(
            $$"""
            {
              // What the shop talks to.
              "models": { "{{Arn}}": "anthropic.claude-sonnet-4-5-20250929-v1:0" },
              "answers": [
                { "operation": "Converse", "model": "amazon.nova-lite-v1:0", "text": "At nine.", "tokens": { "input": 3, "output": 4 } },
                { "operation": "Converse", "model": "amazon.nova-lite-v1:0", "toolCall": { "name": "tide", "input": { "day": "today" } } },
                { "operation": "Converse", "model": "amazon.nova-lite-v1:0", "fault": "Throttling" },
                { "operation": "InvokeModel", "model": "{{Arn}}", "body": { "content": [{ "type": "text", "text": "Of a file." }] } },
                { "operation": "InvokeModel", "model": "{{Arn}}", "events": [
                  { "type": "content_block_delta", "index": 0, "delta": { "type": "text_delta", "text": "Piece." } },
                  { "type": "message_stop" } ] },
                { "operation": "CountTokens", "model": "amazon.nova-pro-v1:0", "body": { "inputTokens": 42 } },
              ]
            }
            """);

        ConverseResponse text = await _fake.Client.ConverseAsync(NovaModels.Lite, "When?");
        Assert.Equal(("At nine.", 3, 4), (text.Text, text.Usage!.InputTokens, text.Usage.OutputTokens));
        Assert.Equal("tide", Assert.Single((await _fake.Client.ConverseAsync(NovaModels.Lite, "When?")).ToolCalls).Name);
        await Assert.ThrowsAsync<BedrockThrottlingException>(() => _fake.Client.ConverseAsync(NovaModels.Lite, "When?"));
        var request = new ClaudeRequest { MaxTokens = 50, Messages = [ClaudeMessage.User("What is a jetty?")] };
        Assert.Equal("Of a file.", (await _fake.Client.InvokeAsync(ClaudeModels.Sonnet45.WithId(Arn), request)).Text);
        var pieces = new List<string?>();
        await foreach (ClaudeStreamEvent e in _fake.Client.StreamAsync(ClaudeModels.Sonnet45.WithId(Arn), request)) pieces.Add(e.Text);
        Assert.Contains("Piece.", pieces);
    }

    [Fact]
    public async Task LoadScript_Conditions_Hold()
    {
        Load("""{ "allowUnscriptedCalls": true, "faults": { "every": 2, "fault": "Status(503)" }, "quotas": [{ "requestsPerMinute": 3 }], "chaos": { "seed": 1 } }""");

        await _fake.Client.ConverseAsync(NovaModels.Lite, "one");
        Assert.Equal(503, (await Assert.ThrowsAsync<BedrockServiceException>(() => _fake.Client.ConverseAsync(NovaModels.Lite, "two"))).StatusCode);
    }

    [Theory]
    [InlineData("""{ "answer": [] }""", "$.answer")]
    [InlineData("""{ "answers": [{ "operation": "Converse", "model": "amazon.nova-lite-v1:0", "text": "a" }, { "operation": "Fly" }] }""", "$.answers[1]")]
    [InlineData("""{ "answers": [{ "operation": "Converse", "model": "amazon.nova-lite-v1:0" }] }""", "$.answers[0]")]
    [InlineData("""{ "faults": [{ "every": 5, "fault": "Thunder" }] }""", "$.faults[0]")]
    [InlineData("""{ "faults": { "fault": "Throttling" } }""", "$.faults")]
    [InlineData("""{ "chaos": { "seed": 1, "thunder": 0.5 } }""", "$.chaos")]
    [InlineData("""{ "chaos": { "seed": 1, "cut": 2 } }""", "$.chaos")]
    [InlineData("""{ "latency": { "afterMs": -1 } }""", "$.latency")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    public void LoadScript_Wrong_SaysWhere(string script, string place)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => Load(script));
        Assert.Contains($"at {place}: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(_file, e.Message, StringComparison.Ordinal);
    }

    private void Load(string script)
    {
        File.WriteAllText(_file, script);
        _fake.LoadScript(_file);
    }
}
