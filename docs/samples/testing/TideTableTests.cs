using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Harbour;

/// <summary>One test for each thing that can happen to a program that asks a model.</summary>
public sealed class TideTableTests : IDisposable
{
    private readonly FakeBedrock _fake = new(options => options.MaxAttempts = 3);

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task AskAsync_Answer_IsGivenBack()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply("At nine.");

        Assert.Equal("At nine.", await Table().AskAsync("When is high water?"));
        _fake.AssertCalls("Converse amazon.nova-lite-v1:0");
        Assert.Equal("When is high water?", _fake.Calls[0].ReadConverseRequest().Messages[0].Text);
    }

    [Fact]
    public async Task TellAsync_Stream_ComesPieceByPiece()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply("Once there was a pilot who never slept.");

        List<string> pieces = await ToListAsync(Table().TellAsync("a pilot"));

        Assert.True(pieces.Count > 1);
        Assert.Equal("Once there was a pilot who never slept.", string.Concat(pieces));
    }

    [Fact]
    public async Task AskAsync_ThrottledTwice_IsAskedAgain()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply("At nine.");
        _fake.FaultNext(2, BedrockFault.Throttling);

        Assert.Equal("At nine.", await Table().AskAsync("When is high water?"));
        Assert.Equal(3, _fake.Calls.Count);
    }

    [Fact]
    public async Task TellAsync_CutStream_SaysSo()
    {
        _fake.WhenConverse(NovaModels.Lite).Fault(BedrockFault.TruncatedStream(afterEvents: 3)).Reply("Once there was a pilot who never slept.");

        List<string> pieces = await ToListAsync(Table().TellAsync("a pilot"));

        Assert.StartsWith("Once", pieces[0], StringComparison.Ordinal);
        Assert.Equal(" (the line broke)", pieces[^1]);
    }

    [Fact]
    public async Task AskAsync_GuardrailStepsIn_IsTheRefusal()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply(new ConverseResponse
        {
            Output = Message.Assistant("Blocked."),
            StopReason = StopReason.GuardrailIntervened,
        });

        Assert.Equal(TideTable.Refusal, await Table().AskAsync("How do I smuggle?"));
    }

    [Fact]
    public async Task AskAsync_Cancelled_Ends()
    {
        _fake.WhenConverse(NovaModels.Lite).Fault(BedrockFault.Silence(0));
        using var patience = new CancellationTokenSource();
        Task<string> question = Table().AskAsync("When is high water?", patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
    }

    [Fact]
    public async Task AskAsync_ToolCall_LooksTheDayUp()
    {
        _fake.WhenConverse(NovaModels.Lite).ReplyToolCall("tide", """{"day":"Friday"}""").Reply("On Friday at ten.");
        List<string> days = [];

        string answer = await new TideTable(_fake.Client, day =>
        {
            days.Add(day);
            return "10:00";
        }).AskAsync("When is high water on Friday?");

        Assert.Equal("On Friday at ten.", answer);
        Assert.Equal(["Friday"], days);
    }

    [Fact]
    public async Task AskAsync_Cassette_PlaysARecordedConversation()
    {
        using Cassette cassette = Cassette.Replay(Path.Combine(AppContext.BaseDirectory, "cassettes", "tide-table.json"));
        using BedrockClient client = cassette.CreateClient();

        string answer = await new TideTable(client, _ => "10:00").AskAsync("When is high water on Friday? Use the tool tide.");

        Assert.Contains("10:00", answer, StringComparison.Ordinal);
    }

    private TideTable Table() => new(_fake.Client, _ => "10:00");

    private static async Task<List<string>> ToListAsync(IAsyncEnumerable<string> pieces)
    {
        List<string> list = [];
        await foreach (string piece in pieces)
        {
            list.Add(piece);
        }

        return list;
    }
}
