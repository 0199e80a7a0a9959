using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>Caches and logs above and below functions, as a call and as a stream.</summary>
public sealed class CachingContractTests : IDisposable
{
    private const string Model = ChatModels.Nova;

    private readonly FakeBedrock _fake = new();
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));
    private int _runs;

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SameQuestion_WithoutACache_IsSentEachTime(bool streams)
    {
        _fake.WhenConverse(Model).Reply("17").Reply("99");
        using IChatClient chat = _fake.Client.AsIChatClient(Model);

        Assert.Equal(("17", "99"), (await AskAsync(chat, streams), await AskAsync(chat, streams)));

        Assert.Equal(2, _fake.Calls.Count);
        Assert.Equal(_fake.Calls[0].Body.ToArray(), _fake.Calls[1].Body.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OtherQuestion_BehindACache_IsSent(bool streams)
    {
        _fake.WhenConverse(Model).Reply("17").Reply("99");
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseDistributedCache(_cache).Build();

        Assert.Equal(("17", "17", "99"), (await AskAsync(chat, streams), await AskAsync(chat, streams), await AskAsync(chat, streams, "Another number.")));

        Assert.Equal(2, _fake.Calls.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cache_AboveFunctions_SavesCallsAndRuns(bool streams)
    {
        ScriptNumber();
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseDistributedCache(_cache).UseFunctionInvocation().Build();

        string first = await AskAsync(chat, streams, tool: Number(() => 58));
        string second = await AskAsync(chat, streams, tool: Number(() => 58));

        Assert.Equal(("It is 58.", first), (first, second));
        Assert.Equal((2, 1), (_fake.Calls.Count, _runs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cache_BelowFunctionsOfTheSameResult_SavesCalls(bool streams)
    {
        ScriptNumber();
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().UseDistributedCache(_cache).Build();

        string first = await AskAsync(chat, streams, tool: Number(() => 58));
        string second = await AskAsync(chat, streams, tool: Number(() => 58));

        Assert.Equal(("It is 58.", first), (first, second));
        Assert.Equal((2, 2), (_fake.Calls.Count, _runs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cache_BelowFunctionsOfANewResult_SendsWhatIsNew(bool streams)
    {
        ScriptNumber();
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().UseDistributedCache(_cache).Build();

        string first = await AskAsync(chat, streams, tool: Number(() => 81));
        string second = await AskAsync(chat, streams, tool: Number(() => 82));

        Assert.Equal(("It is 81.", "It is 82."), (first, second));
        Assert.Equal((3, 2), (_fake.Calls.Count, _runs));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Logging_AtTrace_WritesQuestionsToolsAndAnswers(bool streams, bool hasTool)
    {
        List<string> lines = [];
        ScriptNumber(hasTool);
        using var logs = new LineLoggerFactory(lines);
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseLogging(logs).UseFunctionInvocation(logs).UseLogging(logs).Build();

        await AskAsync(chat, streams, tool: hasTool ? Number(() => 58) : null);

        string log = string.Join('\n', lines);
        Assert.Contains("A number.", log, StringComparison.Ordinal);
        Assert.Contains(streams ? "58" : "It is 58.", log, StringComparison.Ordinal);
        Assert.Equal(hasTool, log.Contains("number", StringComparison.Ordinal) && log.Contains("functionResult", StringComparison.Ordinal));
        Assert.Equal(hasTool ? 1 : 0, _runs);
    }

    private void ScriptNumber(bool hasTool = true)
    {
        FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> model = _fake.WhenConverse(Model);
        if (!hasTool)
        {
            model.Reply("It is 58.");
            return;
        }

        // The model calls the function as long as it has no result, and then tells it.
        model.Reply(request => request.Messages[^1].Content.OfType<ToolResultBlockContent>().LastOrDefault()?.ToolResult is { } result
            ? new ConverseResponse { Output = Message.Assistant($"It is {Told(result)}."), StopReason = StopReason.EndTurn }
            : new ConverseResponse
            {
                Output = Message.Assistant(new ToolUseContent(
                    new ToolUseBlock { ToolUseId = "tooluse_1", Name = "number", Input = System.Text.Json.JsonElement.Parse("{}") })),
                StopReason = StopReason.ToolUse,
            });
    }

    private static string? Told(ToolResultBlock result) => result.Content[0] switch
    {
        ToolResultText text => text.Text,
        ToolResultJson json => json.Json.GetProperty("result").GetRawText(),
        _ => null,
    };

    private AIFunction Number(Func<int> value) => AIFunctionFactory.Create(() =>
    {
        _runs++;
        return value();
    }, "number");

    private static async Task<string> AskAsync(IChatClient chat, bool streams, string question = "A number.", AIFunction? tool = null)
    {
        var message = new ChatMessage(ChatRole.User, question);
        ChatOptions? options = tool is null ? null : new ChatOptions { Tools = [tool] };
        return (streams
            ? await chat.GetStreamingResponseAsync([message], options).ToChatResponseAsync()
            : await chat.GetResponseAsync([message], options)).Text;
    }

    private sealed class LineLoggerFactory(List<string> lines) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
