using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Typed answers while they are being written, and models whose id hides them.</summary>
public sealed class StructuredStreamTests
{
    private const string NativeModel = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string ToolModel = "us.amazon.nova-lite-v1:0";
    private const string Hidden = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";
    private const string Json = """{"degrees":18.5,"remark":"a \"b\" \ud83d\ude00","sources":["one","two"]}""";

    [Theory]
    [InlineData(NativeModel, StructuredOutputMode.NativeFormat)]
    [InlineData(ToolModel, StructuredOutputMode.ForcedTool)]
    [InlineData("meta.llama3-1-70b-instruct-v1:0", StructuredOutputMode.OfferedTool)]
    public async Task ConverseStreamAsync_EveryCut_GrowsToTheWholeAnswer(string model, StructuredOutputMode mode)
    {
        for (int size = 1; size <= Json.Length; size += size < 8 ? 1 : 9)
        {
            using var fake = new FakeBedrock();
            fake.WhenConverse(model).Stream(Events(mode, Json.Chunk(size).Select(piece => new string(piece))));

            List<ConverseUpdate<Forecast>> updates = await ReadAsync(fake, model);

            ConverseUpdate<Forecast> last = updates[^1];
            Assert.True(last.IsFinal);
            Assert.Equal(mode, last.Answer!.Mode);
            Assert.NotNull(last.Answer.Response.Metadata);
            Assert.Equal(18.5, last.Value.Degrees);
            Assert.Equal("a \"b\" \ud83d\ude00", last.Value.Remark);
            Assert.Equal(["one", "two"], last.Value.Sources);
            Assert.All(updates.SkipLast(1), update => Assert.False(update.IsFinal));
            Assert.All(updates, update => Assert.StartsWith(update.Value.Remark ?? "", last.Value.Remark!, StringComparison.Ordinal));
            Assert.True(size > 10 || updates.Count > 4, $"{size}: {updates.Count}");
        }
    }

    [Fact]
    public async Task ConverseStreamAsync_Parts_AreWhatHasCome()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel)
            .Stream(Events(StructuredOutputMode.NativeFormat, ["{\"remark\":\"col", "d\",\"degrees\":1", "2,\"sources\":[\"a", "\"]}"]));

        List<ConverseUpdate<Forecast>> updates = await ReadAsync(fake, NativeModel);

        Assert.Equal(
            ["col 0 ", "cold 0 ", "cold 12 a", "cold 12 a"],
            updates.Where(update => !update.IsFinal).Select(update => $"{update.Value.Remark} {update.Value.Degrees} {string.Join(',', update.Value.Sources)}")
                .Append("cold 12 a"));
        Assert.Equal(4, updates.Count);
        Assert.Equal(4, updates.Select(update => update.Value).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task ConverseStreamAsync_NoObject_TravelsInOne()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel)
            .Stream(Events(StructuredOutputMode.NativeFormat, ["{\"value\":[{\"remark\":\"a\"},{\"deg", "rees\":2,\"remark\":null,\"sources\":[]}]}"]));

        BedrockStructuredOutputException e = await Assert.ThrowsAsync<BedrockStructuredOutputException>(async () =>
        {
            List<int> counts = [];
            await foreach (ConverseUpdate<List<Forecast>> update in fake.Client.ConverseStreamAsync(NativeModel, ConverseRequest.For("a"),
                ConverseTestContext.Default.ListForecast))
            {
                counts.Add(update.Value.Count);
                Assert.Equal(2, update.Value.Count);
            }

            Assert.Equal([2, 2], counts);
        });

        // The first element lacks what is required: parts may, the whole answer may not.
        Assert.StartsWith("$[0]", e.JsonPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NativeModel, "Sorry, no.")]
    [InlineData(ToolModel, "I would rather talk.")]
    [InlineData(NativeModel, """{"degrees":1,"remark":"cut""")]
    public async Task ConverseStreamAsync_Unfit_ThrowsAsWithoutAStream(string model, string text)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(model).Stream(Events(StructuredOutputMode.NativeFormat, [text]));

        BedrockStructuredOutputException e = await Assert.ThrowsAsync<BedrockStructuredOutputException>(() => ReadAsync(fake, model));

        Assert.Equal(text, e.ReplyText);
        Assert.Equal("ConverseStream", e.Operation);
        Assert.Equal(model, e.ModelId);
        Assert.NotNull(e.RequestId);
        Assert.DoesNotContain(text, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConverseStreamAsync_TextBesideTheTool_IsNoPart()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ToolModel).Stream(
        [
            new MessageStartEvent { Role = ConversationRole.Assistant },
            new ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new TextDelta("Let me see.") },
            new ContentBlockStopEvent { ContentBlockIndex = 0 },
            .. Call("search", 1, ["{\"degrees\":99}"]),
            .. Call("answer", 2, ["{\"degrees\":1,\"remark\":null", ",\"sources\":[]}"]),
            .. Call("answer", 3, ["{\"degrees\":2,\"remark\":null,\"sources\":[]}"]),
            new MessageStopEvent { StopReason = StopReason.ToolUse },
        ]);

        List<ConverseUpdate<Forecast>> updates = await ReadAsync(fake, ToolModel);

        Assert.All(updates, update => Assert.Equal(1, update.Value.Degrees));
        Assert.Equal(3, updates.Count);
    }

    [Fact]
    public void ConverseStreamAsync_Misuse_IsRefusedAtOnce()
    {
        using var fake = new FakeBedrock();
        var named = new StructuredOutputOptions { Name = "a b" };

        Assert.Throws<ArgumentException>(
            () => { fake.Client.ConverseStreamAsync(ToolModel, ConverseRequest.For("a"), ConverseTestContext.Default.Forecast, named); });
        Assert.Throws<ArgumentException>(() => { fake.Client.ConverseStreamAsync(ToolModel, new ConverseRequest(), ConverseTestContext.Default.Forecast); });
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("Sure: {", true, null)]
    [InlineData("{", true, "{}")]
    [InlineData("[1,2", true, "[1]")]
    [InlineData("{\"a\"", true, "{}")]
    [InlineData("{\"a\":", true, "{}")]
    [InlineData("{\"a\":tr", true, "{}")]
    [InlineData("{\"a\":true,", true, "{\"a\":true}")]
    [InlineData("{\"a\":\"x", true, "{\"a\":\"x\"}")]
    [InlineData("{\"a\":\"x", false, "{}")]
    [InlineData("{\"a\":\"x\\", true, "{\"a\":\"x\"}")]
    [InlineData("{\"a\":\"x\\u00", true, "{\"a\":\"x\"}")]
    [InlineData("{\"a\":\"x\\ud83d", true, "{\"a\":\"x\"}")]
    [InlineData("{\"a\":\"x\\ud83d\\ude", true, "{\"a\":\"x\"}")]
    [InlineData("{\"a\":\"x\\\\", true, "{\"a\":\"x\\\\\"}")]
    [InlineData("{\"a\":[{\"b\":1},{\"c\":2", true, "{\"a\":[{\"b\":1},{}]}")]
    [InlineData("{\"a\":1} and more [", true, "{\"a\":1}")]
    [InlineData("{]", true, null)]
    public void Close_Beginning_IsAWholeDocument(string json, bool keepsOpenText, string? expected) =>
        Assert.Equal(expected, PartialJson.Close(json, keepsOpenText));

    [Fact]
    public async Task ConverseAsync_HiddenModelWithRules_FollowsThem()
    {
        using var fake = new FakeBedrock();
        var options = new InvokeOptions { Rules = ModelRules.For(NativeModel) };
        fake.WhenConverse(Hidden).Reply(new ConverseResponse { Output = Message.Assistant(Json), StopReason = StopReason.EndTurn });
        ConverseRequest both = ConverseRequest.For("a");
        both.InferenceConfig = new() { Temperature = 0.1, TopP = 0.5 };

        ConverseResponse<Forecast> answer =
            await fake.Client.ConverseAsync(Hidden, ConverseRequest.For("a"), ConverseTestContext.Default.Forecast, options: options);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.ConverseAsync(Hidden, both, options));
        ArgumentException stream = Assert.Throws<ArgumentException>(() => { fake.Client.ConverseStreamAsync(Hidden, both, options); });

        Assert.Equal(StructuredOutputMode.NativeFormat, answer.Mode);
        Assert.Contains("Temperature", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, stream.Message);
        Assert.Equal(StructuredOutputMode.NativeFormat, new StructuredOutputOptions().ChooseMode(Hidden, ConverseRequest.For("a"), options.Rules));
    }

    [Fact]
    public async Task ConverseAsync_ShownModelWithOtherRules_FollowsItsOwn()
    {
        using var fake = new FakeBedrock();

        ConverseResponse<Forecast> answer = await fake.Client.ConverseAsync(
            ToolModel, ConverseRequest.For("21 degrees"), ConverseTestContext.Default.Forecast,
                options: new InvokeOptions { Rules = ModelRules.For(NativeModel) });

        Assert.Equal(StructuredOutputMode.ForcedTool, answer.Mode);
    }

    [Fact]
    public void Add_HiddenModelWithRules_LeavesOutWhatItDoesNotTake()
    {
        var reply = new ConverseResponse
        {
            Output = Message.Assistant(new ReasoningContent(new ReasoningTextContent(new ReasoningTextBlock { Text = "hm" })), "Hello"),
            StopReason = StopReason.EndTurn,
        };
        List<Message> messages = [];

        messages.Add(reply, ModelRules.For(NativeModel));
        ConverseRequest built = new ConversationBuilder().ForModel(ModelRules.For(NativeModel)).User("a").Assistant(reply).Build();

        Assert.Equal("Hello", Assert.IsType<TextBlock>(Assert.Single(messages[0].Content)).Text);
        Assert.Single(built.Messages[1].Content);
    }

    [Fact]
    public async Task InvokeAsync_Rules_HaveNoPlace()
    {
        using var fake = new FakeBedrock();

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(
            () => fake.Client.InvokeAsync(NovaModels.Lite, new NovaRequestBuilder().User("a").Build(),
                new InvokeOptions { Rules = ModelRules.For(NativeModel) }));

        Assert.Contains("InvokeOptions.Rules", e.Message, StringComparison.Ordinal);
    }

    private static async Task<List<ConverseUpdate<Forecast>>> ReadAsync(FakeBedrock fake, string model)
    {
        List<ConverseUpdate<Forecast>> updates = [];
        await foreach (ConverseUpdate<Forecast> update in fake.Client.ConverseStreamAsync(model, ConverseRequest.For("Paris?"),
            ConverseTestContext.Default.Forecast))
        {
            updates.Add(update);
        }

        return updates;
    }

    private static IEnumerable<ConverseStreamEvent> Events(StructuredOutputMode mode, IEnumerable<string> pieces) =>
    [
        new MessageStartEvent { Role = ConversationRole.Assistant },
        .. mode == StructuredOutputMode.NativeFormat
            ? pieces.Select(piece => new ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new TextDelta(piece) })
                .Append<ConverseStreamEvent>(new ContentBlockStopEvent { ContentBlockIndex = 0 })
            : Call("answer", 0, pieces),
        new MessageStopEvent { StopReason = mode == StructuredOutputMode.NativeFormat ? StopReason.EndTurn : StopReason.ToolUse },
    ];

    private static IEnumerable<ConverseStreamEvent> Call(string name, int index, IEnumerable<string> pieces) =>
    [
        new ContentBlockStartEvent { ContentBlockIndex = index, Start = new ToolUseStart { ToolUse = new() { ToolUseId = $"t{index}", Name = name } } },
        .. pieces.Select(piece => new ContentBlockDeltaEvent { ContentBlockIndex = index, Delta = new ToolUseDelta { ToolUse = new() { Input = piece } } }),
        new ContentBlockStopEvent { ContentBlockIndex = index },
    ];
}
