using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.PromptCaching;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.PromptCaching;

public sealed class PromptCacheGuardTests
{
    private const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private const string WithLeast = "us.amazon.nova-lite-v1:0";

    private static readonly string Rules = string.Join(' ', Enumerable.Repeat("Ships of more than nine metres moor at the outer pier.", 200));

    [Theory]
    [InlineData("system", "System[0]", PromptChangeKind.Text)]
    [InlineData("tools", "ToolConfig.Tools[0]", PromptChangeKind.Order)]
    [InlineData("time", "System[1]", PromptChangeKind.Digits)]
    [InlineData("message", "Messages[0].Content[0]", PromptChangeKind.Text)]
    public void Look_ChangedPrefix_IsNamedByPlace(string what, string place, PromptChangeKind kind)
    {
        var guard = new PromptCacheGuard();
        guard.Look("a", Model, Request(1));

        PromptCacheReport report = guard.Look("a", Model, Request(2, what));

        Assert.Equal((place, kind), (report.Change?.Place, report.Change?.Kind));
    }

    [Fact]
    public void Look_ConversationGoesOn_HasNoChangeAndIsAHit()
    {
        var guard = new PromptCacheGuard();

        PromptCacheReport first = guard.Look("a", Model, Request(1));
        PromptCacheReport second = guard.Look("a", Model, Request(2));

        Assert.False(first.IsHit);
        Assert.True(first.WrittenTokens > 0);
        Assert.True(second.IsHit);
        Assert.Null(second.Change);
    }

    [Fact]
    public void Builder_WithPromptCaching_MovesThePointsAlong()
    {
        var guard = new PromptCacheGuard();
        ConversationBuilder chat = new ConversationBuilder().System(Rules).UsePromptCaching(Model).User("Is pier 3 free?");
        ConverseRequest first = chat.Build();
        ConverseRequest second = chat.Assistant("Yes.").Clone().User("And pier 4?").Build();

        Assert.Equal(2, Points(first));
        Assert.Equal(2, Points(second));
        Assert.IsType<CachePointContent>(second.Messages[^1].Content[^1]);
        Assert.DoesNotContain(second.Messages[0].Content, content => content is CachePointContent);
        guard.Look("a", Model, first);
        Assert.True(guard.Look("a", Model, second).IsHit);

        static int Points(ConverseRequest request) => request.System!.Count(block => block is SystemCachePointContent)
            + request.Messages.Sum(message => message.Content.Count(content => content is CachePointContent));
    }

    [Fact]
    public void Look_LifeIsOver_IsAMiss()
    {
        var clock = new FakeTimeProvider();
        var guard = new PromptCacheGuard(clock);
        guard.Look("a", Model, Request(1));
        clock.Advance(TimeSpan.FromMinutes(4));
        bool isHit = guard.Look("a", Model, Request(1)).IsHit;
        clock.Advance(TimeSpan.FromMinutes(4));
        bool isStillHit = guard.Look("a", Model, Request(1)).IsHit;
        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal((true, true, false), (isHit, isStillHit, guard.Look("a", Model, Request(1)).IsHit));
    }

    [Fact]
    public void Look_TooShort_SaysSo()
    {
        var request = new ConverseRequest { Messages = [Message.User("Is pier 3 free?", new CachePointBlock())] };

        Assert.True(new PromptCacheGuard().Look("a", WithLeast, request).IsTooShort);
    }

    [Fact]
    public void Look_ClaudesOwnBody_IsReadToo()
    {
        var guard = new PromptCacheGuard();
        guard.Look("a", Model, Body("The harbour has 3 piers."));

        PromptCacheReport report = guard.Look("a", Model, Body("The harbour has three piers."));

        Assert.Equal("System[0]", report.Change?.Place);

        JsonElement Body(string system) => JsonElement.Parse(
            $$$"""{"system":[{"type":"text","text":"{{{system}}}","cache_control":{"type":"ephemeral"}}],"messages":[{"role":"user","content":"a"}]}""");
    }

    [Fact]
    public async Task Look_EveryCall_SaysWhatTheServiceDoes()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        using var fake = new FakeBedrock(options => options.TimeProvider = clock);
        var guard = new PromptCacheGuard(clock);
        int said = 0, done = 0, calls = 0;
        foreach (string what in (string[])[string.Empty, string.Empty, "time", string.Empty, "tools", string.Empty, "system", string.Empty, "message"])
        {
            for (int turn = 1; turn <= 4; turn++)
            {
                ConverseRequest request = Request(turn, what);
                clock.Advance(TimeSpan.FromMinutes(turn == 3 ? 6 : 1));
                said += guard.Look("a", Model, request).IsHit ? 1 : 0;
                ConverseResponse answer = await fake.Client.ConverseAsync(Model, request);
                done += answer.Usage!.CacheReadInputTokens > 0 ? 1 : 0;
                calls++;
            }
        }

        Assert.Equal(said, done);
        Assert.InRange(done, 1, calls - 1);
    }

    [Fact]
    public async Task Telemetry_Cache_CountsHitsAndMoneySaved()
    {
        using var recorder = new TelemetryRecorder();
        var prices = new PriceTable(
            [new ModelPrice("anthropic.claude-sonnet-4-5-20250929-v1:0", 3, 15) { Geography = "us", CacheRead = 0.3m, CacheWrite = 3.75m }], "piers");
        using var fake = new FakeBedrock(options => options.Prices = prices);

        await fake.Client.ConverseAsync(Model, Request(1));
        ConverseResponse second = await fake.Client.ConverseAsync(Model, Request(1));

        double saved = recorder.Sum("bedrock.client.cache.saved", "bedrock.cost.currency", "piers");
        Assert.Equal(second.Usage!.CacheReadInputTokens!.Value * 2.7 / 1_000_000, saved, 9);
        Assert.True(recorder.Sum("bedrock.client.cache.calls", "bedrock.cache.result", "hit") >= 1);
    }

    [Fact]
    public async Task AssertPrefixKept_ChangeBreaksThePrefix_Fails()
    {
        using var fake = new FakeBedrock();
        await fake.Client.ConverseAsync(Model, Request(1));
        await fake.Client.ConverseAsync(Model, Request(2));
        fake.Calls.AssertPrefixKept();

        await fake.Client.ConverseAsync(Model, Request(3, "time"));

        BedrockAssertionException e = Assert.Throws<BedrockAssertionException>(() => fake.Calls.AssertPrefixKept());
        Assert.Contains("System[1]", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ships", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UsePromptCaching_Rules_PutPointsWhereTheModelTakesThem()
    {
        ConverseRequest claude = Plain().UsePromptCaching(Model);
        ConverseRequest other = Plain().UsePromptCaching("cohere.command-r-v1:0");

        Assert.IsType<SystemCachePointContent>(claude.System![^1]);
        Assert.IsType<CachePointContent>(claude.Messages[^1].Content[^1]);
        Assert.DoesNotContain(other.System!, static block => block is SystemCachePointContent);
        Assert.Same(claude, claude.UsePromptCaching(Model));
        Assert.Single(claude.System!, static block => block is SystemCachePointContent);
    }

    [Fact]
    public void UsePromptCaching_TooShort_PutsNone()
    {
        var request = new ConverseRequest { System = ["Be short."], Messages = [Message.User("Is pier 3 free?")] };

        request.UsePromptCaching(WithLeast);

        Assert.Single(request.System!);
        Assert.Single(request.Messages[0].Content);
    }

    private static ConverseRequest Plain() => new() { System = [Rules], Messages = [Message.User("Is pier 3 free?")] };

    private static ConverseRequest Request(int turns, string change = "")
    {
        Tool[] tools = [ToolOf("tide"), ToolOf("weather")];
        if (change == "tools") Array.Reverse(tools);
        var request = new ConverseRequest
        {
            ToolConfig = new ToolConfiguration { Tools = [.. tools] },
            System =
            [
                change == "system" ? "Anything goes. " + Rules : Rules,
                change == "time" ? "It is 12:31 on 2026-11-27." : "It is 12:30 on 2026-11-27.",
                new CachePointBlock(),
            ],
        };
        for (int turn = 1; turn <= turns; turn++)
        {
            request.Messages.Add(Message.User(change == "message" && turn == 1 ? "Is pier four free?" : $"Is pier {turn} free?"));
            if (turn < turns) request.Messages.Add(Message.Assistant("It is."));
        }

        return request;
    }

    private static Tool ToolOf(string name) => new ToolSpecification
    {
        Name = name,
        Description = "Tells it.",
        InputSchema = new JsonToolInputSchema { Json = JsonElement.Parse("""{"type":"object","properties":{}}""") },
    };
}
