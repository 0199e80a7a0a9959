using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>Functions that a chat client's middleware runs: their arguments, their schemas, and models that must call one.</summary>
public sealed class FunctionContractTests : IDisposable
{
    private const string Model = ChatModels.Nova;

    private readonly FakeBedrock _fake = new();

    public static TheoryData<string> Models => ChatModels.All;

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Arguments_OfARecord_Arrive(bool streams)
    {
        List<Boat> held = [];
        _fake.WhenConverse(Model).ReplyToolCall("hold", """{"boat":{"name":"Ada","age":19}}""").Reply("Held.");

        await AskAsync(AIFunctionFactory.Create((Boat boat) =>
        {
            held.Add(boat);
            return "held " + boat.Name;
        }, "hold", serializerOptions: JsonSerializerOptions.Web), streams);

        Assert.Equal(new Boat("Ada", 19), Assert.Single(held));
        Assert.Contains("held Ada", BedrockJson.Serialize(_fake.ConverseRequests(Model)[1].Messages[2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Arguments_OfAList_ArriveWholeAndInOrder(bool streams)
    {
        List<(string Owner, string[] Items)> kept = [];
        _fake.WhenConverse(Model).ReplyToolCall("keep", """{"items":["rope","\"best\" net","Öl"],"owner":"Ada"}""").Reply("Kept.");

        await AskAsync(AIFunctionFactory.Create((string[] items, string owner) => kept.Add((owner, items)), "keep"), streams);

        Assert.Equal("Ada", Assert.Single(kept).Owner);
        Assert.Equal(["rope", "\"best\" net", "Öl"], kept[0].Items);
    }

    [Theory]
    [InlineData("""{"pier":3,"light":"red"}""", "3 red")]
    [InlineData("""{"pier":3}""", "3 green")]
    public async Task Arguments_WithADefault_MayBeLeftOut(string input, string seen)
    {
        List<string> calls = [];
        _fake.WhenConverse(Model).ReplyToolCall("moor", input).Reply("Moored.");

        await AskAsync(AIFunctionFactory.Create((int pier, string light = "green") => calls.Add($"{pier} {light}"), "moor"), streams: false);

        Assert.Equal([seen], calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two")]
    public async Task Mode_ThatForcesAFunction_RunsItAndEnds(string? only)
    {
        List<string> calls = [];
        using IChatClient chat = _fake.Client.AsIChatClient(ChatModels.Claude).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("Do it.", new ChatOptions
        {
            Tools = [AIFunctionFactory.Create(() => calls.Add("one"), "one"), AIFunctionFactory.Create(() => calls.Add("two"), "two")],
            ToolMode = only is null ? ChatToolMode.RequireAny : ChatToolMode.RequireSpecific(only),
        });

        Assert.Equal(only ?? Assert.Single(calls), Assert.Single(calls));
        Assert.NotEmpty(response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Theory]
    [InlineData(ChatModels.Claude)]
    [InlineData(Model)]
    public async Task Schemas_Strict_AreSentStrictOrReported(string model)
    {
        AIFunctionDeclaration[] functions = [.. Functions().Select(function => new StrictFunction(function))];
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatResponse response = await chat.GetResponseAsync("Hello", new ChatOptions { Tools = [.. functions] });

        ToolSpecification[] sent = Sent(model);
        Assert.Equal(functions.Select(function => function.Name), sent.Select(tool => tool.Name));
        Assert.All(sent, tool => Assert.True(
            tool.Strict == true || response.GetWarnings().Any(warning => warning.Contains("strict", StringComparison.OrdinalIgnoreCase)), tool.Name));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Schemas_OfManyTypes_AreSentAsTheyAreOrReported(string model)
    {
        AIFunction[] functions = Functions();
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatResponse response = await chat.GetResponseAsync("Hello", new ChatOptions { Tools = [.. functions] });

        if (!ChatModels.TakesTools(model))
        {
            Assert.Contains("Tools", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
            return;
        }

        ToolSpecification[] sent = Sent(model);
        Assert.Equal(functions.Length, sent.Length);
        Assert.Empty(response.GetWarnings());
        Assert.All(functions.Zip(sent), pair => Assert.True(
            JsonElement.DeepEquals(pair.First.JsonSchema, JsonElement.Parse(BedrockJson.Serialize(pair.Second)).GetProperty("inputSchema").GetProperty("json")),
            pair.First.Name));
    }

    [Fact]
    public async Task Usage_OfSeveralRounds_IsTheSumOfTheCalls()
    {
        _fake.WhenConverse(Model).ReplyToolCall("count", "{}").Tokens(10, 3).Reply("Seven.").Tokens(20, 5);
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("How many?", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 7, "count")] });

        Assert.Equal((30L, 8L, 38L), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, response.Usage?.TotalTokenCount));
    }

    private static AIFunction[] Functions() =>
    [
        AIFunctionFactory.Create((bool a, byte b, short c, int d, long e) => $"{a}{b}{c}{d}{e}", "numbers"),
        AIFunctionFactory.Create((float a, double b, decimal c) => $"{a}{b}{c}", "fractions"),
        AIFunctionFactory.Create((int? a, bool? b, string? c) => $"{a}{b}{c}", "nothings"),
        AIFunctionFactory.Create((DateTime a, DateTimeOffset b, TimeSpan c, DateOnly d) => $"{a}{b}{c}{d}", "times"),
        AIFunctionFactory.Create((Uri a, Guid b, char c) => $"{a}{b}{c}", "names"),
        AIFunctionFactory.Create((List<int> a, string[] b, Dictionary<string, int> c) => a.Count + b.Length + c.Count, "lists"),
        AIFunctionFactory.Create((DayOfWeek a = DayOfWeek.Friday) => a, "days"),
        AIFunctionFactory.Create((Boat a, Limits b) => $"{a}{b}", "objects"),
        AIFunctionFactory.Create(([Description("Where.")] string place, int metres = 5) => place + metres, "described", "Says where."),
        AIFunctionFactory.Create(() => 1, "nothing_at_all"),
    ];

    private ToolSpecification[] Sent(string model) =>
        [.. Assert.Single(_fake.ConverseRequests(model)).ToolConfig!.Tools.OfType<SpecifiedTool>().Select(tool => tool.ToolSpec!)];

    private async Task AskAsync(AIFunction function, bool streams)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [function] };
        ChatResponse response = streams
            ? await chat.GetStreamingResponseAsync("Go.", options).ToChatResponseAsync()
            : await chat.GetResponseAsync("Go.", options);
        Assert.Equal(2, _fake.Calls.Count);
        Assert.NotEmpty(response.Text);
    }

    private sealed record Boat(string Name, int Age);

    private sealed class Limits
    {
        [Range(1, 10)]
        public int Piers { get; set; }

        [StringLength(20, MinimumLength = 2)]
        public string Name { get; set; } = string.Empty;

        [RegularExpression("^[A-Z]+$")]
        public string Code { get; set; } = string.Empty;
    }

    private sealed class StrictFunction(AIFunction inner) : DelegatingAIFunction(inner)
    {
        public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = new Dictionary<string, object?> { ["strict"] = true };
    }
}
