using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Converse;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public sealed class ConverseFakesTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    [Fact]
    public async Task WhenConverse_Reply_IsAnsweredAndRecorded()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(request => new ConverseResponse { Output = Message.Assistant("You said " + request.Messages[0].Text) });

        ConverseResponse response = await fake.Client.ConverseAsync(Model, ConverseRequest.For("hi"));

        Assert.Equal("You said hi", response.Text);
        Assert.Equal("hi", Assert.Single(fake.ConverseRequests(Model)).Messages[0].Text);
        RecordedCall call = Assert.Single(fake.Calls);
        Assert.Equal("Converse", call.Operation);
        Assert.Equal(Model, call.ModelId);
        Assert.Null(response.Metadata!.InputTokens);
    }

    [Fact]
    public async Task WhenConverse_Stream_IsDelivered()
    {
        using var fake = new FakeBedrock();
        ConverseResponse whole = ConverseTestData.RoundTrip<ConverseResponse>("""
            {"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"a b c d e","signature":"s"}}},{"text":"one two three four five"},
            {"citationsContent":{"content":[{"text":"x"}],"citations":[{"title":"t","location":{"web":{"url":"u"}}}]}},{"toolUse":{"toolUseId":"1","name":"n","input":{"a":[1,null,"long enough to be cut"]}}}]}},
            "stopReason":"tool_use","usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3},"metrics":{"latencyMs":5}}
            """);
        fake.WhenConverse(Model).Stream(whole.ToStreamEvents());

        ConverseResponse streamed = await fake.Client.ConverseStreamAsync(Model, ConverseRequest.For("hi")).ToResponseAsync();

        Assert.Equal(BedrockJson.Serialize(whole), BedrockJson.Serialize(streamed));
        Assert.Equal(2, streamed.Metadata!.OutputTokens);
    }

    [Fact]
    public async Task WhenConverse_Reply_ServesCallsAndStreamsInOneOrder()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model)
            .Reply(new ConverseResponse { Output = Message.Assistant("first") })
            .Reply(request => new ConverseResponse { Output = Message.Assistant("You said " + request.Messages[0].Text) });

        Assert.Equal("first", (await Stream(fake)).Text);
        Assert.Equal("You said hi", (await fake.Client.ConverseAsync(Model, ConverseRequest.For("hi"))).Text);
        Assert.Equal("You said hi", (await Stream(fake)).Text);
        Assert.Equal(["ConverseStream", "Converse", "ConverseStream"], fake.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task WhenConverse_ReplyAndAFault_StreamsTheReplyUpToTheFault()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Fault(BedrockFault.TruncatedStream(3))
            .Reply(_ => new ConverseResponse { Output = Message.Assistant("one two three four five six seven") });

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => Stream(fake));
        Assert.Equal("one two three four five six seven", (await Stream(fake)).Text);
    }

    [Fact]
    public async Task WhenConverse_ThrowAndFaults_AreSeenAsInEarnest()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model)
            .Throw(new BedrockThrottlingException("slow"))
            .Fault(BedrockFault.ExceptionFrame(2, "modelStreamErrorException", "broken"))
            .Fault(BedrockFault.TruncatedStream(3))
            .Fault(BedrockFault.MalformedJson)
            .Stream(new ConverseResponse { Output = Message.Assistant("one two three four five six seven") }.ToStreamEvents());

        await Assert.ThrowsAsync<BedrockThrottlingException>(() => fake.Client.ConverseAsync(Model, ConverseRequest.For("hi")));
        BedrockModelException e = await Assert.ThrowsAsync<BedrockModelException>(() => Stream(fake));
        Assert.Equal(2, e.EventsDelivered);
        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => Stream(fake));
        await Assert.ThrowsAsync<BedrockProtocolException>(() => Stream(fake));
        Assert.Equal("one two three four five six seven", (await Stream(fake)).Text);
    }

    [Fact]
    public async Task WhenConverse_OnlyAStream_SaysHowToSetUpAReply()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(new ConverseResponse { Output = Message.Assistant("a") }.ToStreamEvents());

        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => fake.Client.ConverseAsync(Model, ConverseRequest.For("hi")));

        Assert.Contains("WhenConverse(model).Reply(response)", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenConverse_RepliesBesideStreams_StayWithWholeCalls()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(new ConverseResponse { Output = Message.Assistant("whole") })
            .Stream(new ConverseResponse { Output = Message.Assistant("stream") }.ToStreamEvents());

        Assert.Equal("stream", (await Stream(fake)).Text);
        Assert.Equal("stream", (await Stream(fake)).Text);
        Assert.Equal("whole", (await fake.Client.ConverseAsync(Model, ConverseRequest.For("hi"))).Text);
    }

    [Fact]
    public async Task Simulated_Chat_AnswersWholeAndInPieces()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient client = server.CreateClient();
        ConverseRequest request = ConverseRequest.For("Why is the sky blue?");
        request.System = ["Be brief."];
        request.AdditionalModelRequestFields = ConverseTestData.Json("""{"thinking":{"type":"enabled","budget_tokens":2000}}""");

        ConverseResponse whole = await client.ConverseAsync(ConverseTestData.Model, request);
        List<ConverseStreamEvent> events = await TestClient.ToListAsync(client.ConverseStreamAsync(ConverseTestData.Model, request));

        Assert.Contains("Why is the sky blue?", whole.Text, StringComparison.Ordinal);
        Assert.NotNull(whole.ReasoningText);
        Assert.True(whole.Usage!.TotalTokens > 0);
        Assert.Equal(BedrockJson.Serialize(whole), BedrockJson.Serialize(ConverseTestData.Fold(events)));
        Assert.Equal(2, server.ConverseRequests(ConverseTestData.Model).Count);
    }

    [Fact]
    public async Task Simulated_Tool_IsCalledAndItsAnswerUsed()
    {
        using var fake = new FakeBedrock();
        RunnableTool weather =
            RunnableTool.Create("weather", "The weather in a city.", ConverseTestContext.Default.Weather,
            (input, _) => Task.FromResult($"18 degrees in {input.City}"));

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Model, ConverseRequest.For("What is the weather in Paris?"), [weather]);

        Assert.Equal(1, result.Rounds);
        Assert.Contains("18 degrees in Paris", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"messages":[]}""", "must start with a user message")]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"text":"a"}]}]}""", "must start with a user message")]
    [InlineData("""{"messages":[{"role":"user","content":[]}]}""", "content field")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":" "}]}]}""", "is blank")]
    [InlineData("""{"messages":[{"role":"user","content":[{"brandNew":1}]}]}""", "must set one of its members")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"},{"document":{"name":"a_b","source":{"text":"x"}}}]}]}""", "document file name")]
    public async Task Simulated_BadRequest_IsRefused(string body, string message)
    {
        using var fake = new FakeBedrock();

        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(() => fake.Client.SendRawAsync(new BedrockRawRequest
        {
            Operation = "Converse",
            Path = $"/model/{Uri.EscapeDataString(Model)}/converse",
            Body = System.Text.Encoding.UTF8.GetBytes(body),
        }));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_BodyThatDoesNotFit_IsASerializationException()
    {
        using var fake = new FakeBedrock();

        BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => fake.Client.SendRawAsync(new BedrockRawRequest
        {
            Operation = "Converse",
            Path = $"/model/{Uri.EscapeDataString(Model)}/converse",
            Body = "{\"messages\":5}"u8.ToArray(),
        }));

        Assert.Equal("SerializationException", e.ErrorCode.ToString());
    }

    [Fact]
    public async Task Requests_OfInvokeModel_DoNotMixWithConverse()
    {
        using var fake = new FakeBedrock();
        await fake.Client.ConverseAsync(Bedrock.Toolkit.Models.ClaudeModels.Sonnet45.InProfile("us").Id, ConverseRequest.For("a"));
        await fake.Client.InvokeAsync(Bedrock.Toolkit.Models.ClaudeModels.Sonnet45.InProfile("eu"), Bedrock.Toolkit.Models.ClaudeRequest.For("b"));

        Assert.Single(fake.Requests(Bedrock.Toolkit.Models.ClaudeModels.Sonnet45));
        Assert.Single(fake.ConverseRequests(Bedrock.Toolkit.Models.ClaudeModels.Sonnet45.Id));
    }

    private static Task<ConverseResponse> Stream(FakeBedrock fake) => fake.Client.ConverseStreamAsync(Model, ConverseRequest.For("hi")).ToResponseAsync();
}
