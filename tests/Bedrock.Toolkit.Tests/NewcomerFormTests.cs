using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Converse;

namespace Bedrock.Toolkit.Tests;

/// <summary>Forms that people guess once they have a first answer: streams with tools, scripted answers, costs.</summary>
public sealed class NewcomerFormTests
{
    private static readonly ModelId Model = "us.amazon.nova-lite-v1:0";

    [Fact]
    public async Task KeepResponse_AfterTheLoop_TheAnswerIsThere()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply("One two three four five six seven.");
        await using var stream = fake.Client.ConverseStreamAsync(Model, "Count.").KeepResponse();
        string shown = string.Empty;

        await foreach (ConverseStreamEvent part in stream)
        {
            Assert.Contains("not complete", Assert.Throws<InvalidOperationException>(() => stream.Response).Message, StringComparison.Ordinal);
            shown += part.Text;
        }

        Assert.Equal("One two three four five six seven.", shown);
        Assert.Equal(shown, stream.Response.Text);
        Assert.Same(stream.Response, stream.Response);
        Assert.Equal(stream.Metadata, stream.Response.Metadata);
    }

    [Fact]
    public async Task KeepResponse_BesideToResponseAsync_IsTheSameAnswer()
    {
        using var fake = new FakeBedrock();
        fake.When(ClaudeModels.Haiku3).Reply("One two three four five six seven.");
        await using BedrockStream<ClaudeStreamEvent, ClaudeResponse> stream =
            fake.Client.StreamAsync(ClaudeModels.Haiku3, ClaudeRequest.For("Count.")).KeepResponse();

        ClaudeResponse response = await stream.ToResponseAsync();

        Assert.Equal("One two three four five six seven.", response.Text);
        Assert.Same(response, stream.Response);
    }

    [Fact]
    public async Task Response_StreamThatKeptNothing_SaysWhatToCall()
    {
        using var fake = new FakeBedrock();
        await using var stream = fake.Client.ConverseStreamAsync(Model, "Count.");
        await foreach (ConverseStreamEvent part in stream)
        {
            Assert.Contains("before the first event", Assert.Throws<InvalidOperationException>(stream.KeepResponse).Message, StringComparison.Ordinal);
        }

        Assert.Contains("call KeepResponse", Assert.Throws<InvalidOperationException>(() => stream.Response).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_CutStream_IsNoAnswer()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply("One two three four five six seven.").Fault(BedrockFault.TruncatedStream(2));
        await fake.Client.ConverseAsync(Model, "Whole.");
        await using var stream = fake.Client.ConverseStreamAsync(Model, "Cut.").KeepResponse();

        await Assert.ThrowsAnyAsync<BedrockException>(async () =>
        {
            await foreach (ConverseStreamEvent part in stream)
            {
            }
        });

        Assert.Contains("not complete", Assert.Throws<InvalidOperationException>(() => stream.Response).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConverseStreamWithToolsAsync_ToolCall_StreamsBothAnswersAndGivesTheResult()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).ReplyToolCall("weather", """{"city":"Oslo"}""").Reply("It is fine.");
        RunnableTool weather = RunnableTool.Create(
            "weather", null, ConverseTestContext.Default.Weather, (input, _) => Task.FromResult(input.City + " is fine"));
        ToolLoopStream stream = fake.Client.ConverseStreamWithToolsAsync(Model, "Weather in Oslo?", [weather]);
        Assert.Throws<InvalidOperationException>(() => stream.Result);

        string shown = string.Concat(await stream.TextAsync().ToListAsync());

        Assert.Equal("It is fine.", shown);
        Assert.Equal("It is fine.", stream.Result.Text);
        Assert.Equal(1, stream.Result.Rounds);
        Assert.Equal(["ConverseStream", "ConverseStream"], fake.Calls.Select(call => call.Operation));
        ToolResultBlock result = ((ToolResultBlockContent)fake.ConverseRequests(Model)[1].Messages[2].Content[0]).ToolResult!;
        Assert.Equal("Oslo is fine", ((ToolResultText)result.Content[0]).Text);
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
    }

    [Fact]
    public async Task ConverseStreamWithToolsAsync_ForEver_StopsAtTheLimitAndNamesTheOperation()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).ReplyToolCall("weather", """{"city":"Oslo"}""");
        RunnableTool weather = RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (input, _) => Task.FromResult(input.City));
        ToolLoopStream stream = fake.Client.ConverseStreamWithToolsAsync(Model, "Weather?", [weather], new ToolLoopOptions { MaxRounds = 2 });

        BedrockToolRoundsException e = await Assert.ThrowsAsync<BedrockToolRoundsException>(async () => await stream.TextAsync().ToListAsync());

        Assert.Equal("ConverseStream", e.Operation);
        Assert.Equal(3, fake.Calls.Count);
    }

    [Fact]
    public async Task ConverseWithToolsAsync_OneTool_NeedsNoList()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).ReplyToolCall("weather", """{"city":"Oslo"}""").ReplyToolCall("weather", """{"city":"Rome"}""").Reply("Fine.");
        RunnableTool weather = RunnableTool.Create("weather", null, ConverseTestContext.Default.Weather, (input, _) => Task.FromResult(input.City));
        var chat = new ConversationBuilder().System("Be short.").User("Weather?").Tool(weather).MaxTokens(100);

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(Model, chat!, weather);

        Assert.Equal("Fine.", result.Text);
        Assert.Equal(["tooluse_1", "tooluse_2"], result.Responses.SelectMany(response => response.ToolCalls).Select(call => call.ToolUseId));
    }

    [Fact]
    public void ConverseRequest_ShortForms_AreTheMembersOfTheWire()
    {
        var request = new ConverseRequest { Messages = [Message.User("Hello")], MaxTokens = 50, Temperature = 0.2 };

        Assert.Equal((50, 0.2), (request.InferenceConfig!.MaxTokens, request.InferenceConfig.Temperature));
        Assert.Equal("Be short.", ((SystemTextContent)Assert.Single(ConverseRequest.For("Hello", system: "Be short.").System!)).Text);
        Assert.Null(new ConverseRequest { Messages = [], MaxTokens = null }.InferenceConfig);
        Assert.DoesNotContain("MaxTokens", BedrockJson.Serialize(request).Split("inferenceConfig")[0], StringComparison.OrdinalIgnoreCase);
        Message message = Assert.Single(ConverseRequest.For("What is this?", Images.ImageBytes.Png()).Messages);
        Assert.Equal("What is this?", message.Text);
        Assert.Single(message.Images);
    }

    [Theory]
    [InlineData("Titan")]
    [InlineData("Claude")]
    [InlineData("ClaudeText")]
    [InlineData("CommandR")]
    [InlineData("Command")]
    [InlineData("Jurassic")]
    [InlineData("Jamba")]
    [InlineData("Llama")]
    [InlineData("Mistral")]
    [InlineData("Nova")]
    [InlineData("DeepSeek")]
    [InlineData("GptOss")]
    public async Task Reply_Text_IsTheAnswerInTheFormatOfTheFamily(string family)
    {
        using var fake = new FakeBedrock();

        string? said = family switch
        {
            "Titan" => (await Said(TitanModels.TextExpress, TitanTextRequest.For("Hi"))).Text,
            "Claude" => (await Said(ClaudeModels.Haiku3, ClaudeRequest.For("Hi", maxTokens: 1))).Text,
            "ClaudeText" => (await Said(ClaudeTextModels.V2, ClaudeTextRequest.For("Hi"))).Text,
            "CommandR" => (await Said(CommandRModels.CommandR, CommandRRequest.For("Hi"))).Text,
            "Command" => (await Said(CommandModels.Command, CommandRequest.For("Hi"))).Text,
            "Jurassic" => (await Said(JurassicModels.Mid, JurassicRequest.For("Hi"))).Text,
            "Jamba" => (await Said(JambaModels.Large15, JambaRequest.For("Hi"))).Text,
            "Llama" => (await Said(LlamaModels.Llama31Instruct8B, LlamaRequest.For("Hi"))).Text,
            "Mistral" => (await Said(MistralModels.Mistral7BInstruct, MistralRequest.For("Hi"))).Text,
            "Nova" => (await Said(NovaModels.Lite, NovaRequest.For("Hi"))).Text,
            "DeepSeek" => (await Said(DeepSeekModels.R1.InProfile("us"), DeepSeekRequest.For("Hi"))).Text,
            _ => (await Said(OpenAIModels.GptOss20B, ChatCompletionRequest.For("Hi"))).Text,
        };

        Assert.Equal("Just so, whatever is asked.", said);

        async Task<TResponse> Said<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
        {
            fake.When(model).Reply("Just so, whatever is asked.");
            return await fake.Client.InvokeAsync(model, request);
        }
    }

    [Fact]
    public async Task Reply_Text_ServesStreamsAndGoesBeforeTools()
    {
        using var fake = new FakeBedrock();
        fake.When(ClaudeModels.Haiku3).Reply("No tool today.");
        ClaudeRequest request = ClaudeRequest.For("Use weather for Oslo.");
        request.Tools = [ClaudeTool.Create("weather", "Weather", ConverseTestContext.Default.Weather)];

        ClaudeResponse streamed = await fake.Client.StreamAsync(ClaudeModels.Haiku3, request).ToResponseAsync();

        Assert.Equal("No tool today.", streamed.Text);
        Assert.Empty(streamed.ToolCalls);
    }

    [Fact]
    public async Task Reply_TextOfAnEmbeddingModel_SaysWhatToSetUp()
    {
        using var fake = new FakeBedrock();
        fake.When(TitanModels.EmbedTextV2).Reply("words");

        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => fake.Client.EmbedAsync(TitanModels.EmbedTextV2, "hello"));

        Assert.Contains("does not answer with a text", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmbedAsync_OneText_IsOneVector()
    {
        using var fake = new FakeBedrock();

        EmbeddingResult result = await fake.Client.EmbedAsync(TitanModels.EmbedTextV2, "hello");

        Assert.Single(result.Vectors);
        EmbeddingResult asQuery = await fake.Client.EmbedAsync(TitanModels.EmbedTextV2, "hello", EmbeddingPurpose.Query);
        Assert.Equal(result.Vectors[0].ToArray(), asQuery.Vectors[0].ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reply_AnswerWithoutUsage_TellsCountsThatHaveAPrice(bool streams)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply("Four words are here.");
        await using var stream = fake.Client.ConverseStreamAsync(Model, "What is here?").KeepResponse();
        ConverseResponse reply;
        if (streams)
        {
            await foreach (ConverseStreamEvent part in stream)
            {
            }

            reply = stream.Response;
            Assert.Equal(PriceTable.Sample.CostOf(Model, reply), PriceTable.Sample.CostOf(Model, stream.Metadata!));
        }
        else
        {
            reply = await fake.Client.ConverseAsync(Model, "What is here?");
        }

        Assert.True(reply.Usage!.InputTokens > 0 && reply.Usage.OutputTokens > 0);
        Assert.True(PriceTable.Sample.CostOf(Model, reply)!.Value.Total > 0);
    }

    [Fact]
    public async Task Tokens_SetUp_AreNotReplaced()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply("Four words are here.").Tokens(7, 9);

        Assert.Equal((7, 9), Counts(await fake.Client.ConverseAsync(Model, "Hi")));
        Assert.Equal((7, 9), Counts(await fake.Client.ConverseStreamAsync(Model, "Hi").ToResponseAsync()));

        static (int?, int?) Counts(ConverseResponse reply) => (reply.Usage!.InputTokens, reply.Usage.OutputTokens);
    }
}
