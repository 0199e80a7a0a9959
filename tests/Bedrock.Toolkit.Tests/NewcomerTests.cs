using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests;

/// <summary>The first things that somebody types, from the constructor to an answer.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class NewcomerTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    [Fact]
    public void Constructor_Region_IsTheRegion()
    {
        using var client = new BedrockClient("eu-central-1");

        Assert.Equal("eu-central-1", client.Transport.Options.Region);
        Assert.Contains("Region 'eu-central-1a'", Assert.Throws<BedrockConfigurationException>(() => new BedrockClient("eu-central-1a")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BedrockClient(" "));
    }

    [Fact]
    public async Task ConverseAsync_DescriptorAndText_AreAnIdAndARequest()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NovaModels.Lite)
            .Reply(request => new ConverseResponse { Output = Message.Assistant("You said " + request.Messages[0].Text), StopReason = StopReason.EndTurn });

        ConverseResponse reply = await fake.Client.ConverseAsync(NovaModels.Lite, "hello", CancellationToken.None);

        Assert.Equal("You said hello", reply.Text);
        Assert.Equal("ConverseResponse: 1 block, end_turn, 10 tokens; see Text", reply.ToString());
        Assert.Equal(NovaModels.Lite.Id.Value, Assert.Single(fake.Calls).ModelId);
    }

    [Fact]
    public async Task ConverseStreamAsync_ProfileAndMessageWithImage_AreSent()
    {
        using var fake = new FakeBedrock();

        ConverseResponse reply = await fake.Client
            .ConverseStreamAsync(ClaudeModels.Sonnet45.InProfile("us"), Message.User("What is this?", Images.ImageBytes.Png()), CancellationToken.None)
                .ToResponseAsync();

        Assert.NotEmpty(reply.Text);
        ConverseRequest sent = Assert.Single(fake.ConverseRequests(ClaudeModels.Sonnet45.InProfile("us")));
        Assert.Equal(ImageFormat.Png, Assert.Single(sent.Messages[0].Images).Format);
        Assert.Equal("What is this?", sent.Messages[0].Text);
    }

    [Fact]
    public async Task CountTokensAsync_DescriptorAndText_AreCounted()
    {
        using var fake = new FakeBedrock();

        global::Bedrock.Toolkit.CountTokens.CountTokensResponse count =
            await fake.Client.CountTokensAsync(ClaudeModels.Sonnet45, "hello", CancellationToken.None);

        Assert.True(count.InputTokens > 0);
    }

    [Fact]
    public async Task AsIChatClient_Descriptor_IsTheDefaultModel()
    {
        using var fake = new FakeBedrock();
        using IChatClient chat = fake.Client.AsIChatClient(NovaModels.Lite);

        ChatResponse answer = await chat.GetResponseAsync("hello");

        Assert.NotEmpty(answer.Text);
        Assert.Equal(NovaModels.Lite.Id.Value, Assert.Single(fake.Calls).ModelId);
    }

    [Fact]
    public async Task Verbs_CancelledTokenBehindTheRequest_AreCancelled()
    {
        using var fake = new FakeBedrock();
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => fake.Client.InvokeAsync(ClaudeModels.Haiku45, ClaudeRequest.For("hi"), cancelled),
            () => fake.Client.ConverseAsync(NovaModels.Lite, "hi", cancelled),
            () => fake.Client.ConverseAsync<Invoice>(NovaModels.Lite, "hi", cancelled),
            () => fake.Client.EmbedAsync(TitanModels.EmbedTextV2, ["hi"], cancelled),
            () => fake.Client.RerankAsync(CohereRerankModels.V35, "q", ["d"], cancelled),
            () => fake.Client.GenerateImagesAsync(StableImageModels.Core11, "a harbour", cancelled),
            () => fake.Client.ConverseWithToolsAsync(NovaModels.Lite, "hi", [], cancelled),

            // Options stay what a new() or a default means.
            () => fake.Client.InvokeAsync(ClaudeModels.Haiku45, ClaudeRequest.For("hi"), new() { MaxAttempts = 1 }, cancelled),
            () => fake.Client.InvokeAsync(ClaudeModels.Haiku45, ClaudeRequest.For("hi"), default, cancelled),
            () => fake.Client.StreamAsync(ClaudeModels.Haiku45, ClaudeRequest.For("hi"), cancelled).OpenAsync(),
        ];

        foreach (Func<Task> call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }

        Assert.Empty(fake.Calls);
    }

    [Fact]
    public async Task ConverseAsync_TypeByReflection_IsReadLikeOneWithMetadata()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ClaudeModels.Sonnet45.InProfile("us"))
            .Reply(new ConverseResponse { Output = Message.Assistant("""{"customer":"Ada","total":12.5,"colour":"Green"}""") });

        ConverseResponse<Invoice> reply = await fake.Client.ConverseAsync<Invoice>(ClaudeModels.Sonnet45.InProfile("us"), "Read it.");

        Assert.Equal(new Invoice("Ada", 12.5m, Colour.Green), reply.Value);
        string schema = Assert.Single(fake.ConverseRequests(ClaudeModels.Sonnet45.InProfile("us")))
            .OutputConfig!.TextFormat!.Structure is JsonSchemaOutputStructure structure
            ? structure.JsonSchema!.Schema : string.Empty;
        Assert.Contains("Who pays.", schema, StringComparison.Ordinal);
        Assert.Contains("\"Green\"", schema, StringComparison.Ordinal);
        Assert.StartsWith("ConverseResponse<Invoice>: ", reply.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConverseStreamAsync_TypeByReflection_GivesTheWholeAnswerAtTheEnd()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ClaudeModels.Sonnet45.InProfile("us")).Reply("""{"customer":"Ada","total":12.5,"colour":"Green"}""");

        List<ConverseUpdate<Invoice>> updates =
            await TestClient.ToListAsync(fake.Client.ConverseStreamAsync<Invoice>(ClaudeModels.Sonnet45.InProfile("us"), "Read it."));

        Assert.Equal(new Invoice("Ada", 12.5m, Colour.Green), updates[^1].Value);
        Assert.Equal("ConverseUpdate: final; see Value", updates[^1].ToString());
        Assert.Equal("ConverseUpdate: partial; see Value", updates[0].ToString());
    }

    [Fact]
    public async Task TextAsync_OfAStream_IsItsTextsAlone()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NovaModels.Lite).Reply("One two three four five six seven.");

        List<string> texts = await TestClient.ToListAsync(fake.Client.ConverseStreamAsync(NovaModels.Lite, "Count.").TextAsync());

        Assert.Equal("One two three four five six seven.", string.Concat(texts));
        Assert.True(texts.Count > 1);
        Assert.DoesNotContain(string.Empty, texts);
    }

    [Fact]
    public async Task InvokeAsync_NoAnswer_NamesOperationAndModel()
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using BedrockClient client = TestClient.Over(handler, options => options.MaxAttempts = 1);

        BedrockException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.ConverseAsync(NovaModels.Lite, "hello"));

        Assert.EndsWith(" (Converse of 'amazon.nova-lite-v1:0')", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunnableTool_Lambda_HasASchemaAndRuns()
    {
        RunnableTool tool = RunnableTool.Create("weather", "The weather.",
            async ([Description("Where.")] string city, int days = 3, CancellationToken token = default) =>
        {
            await Task.Yield();
            return new { city, days, token.CanBeCanceled };
        });
        using var source = new CancellationTokenSource();

        ToolResultBlock result =
            await tool.RunAsync(new() { ToolUseId = "1", Name = "weather", Input = JsonElement.Parse("""{"city":"Oslo"}""") }, source.Token);

        Assert.Equal("""{"city":"Oslo","days":3,"canBeCanceled":true}""", Assert.IsType<ToolResultJson>(Assert.Single(result.Content)).Json.GetRawText());
        JsonElement schema = Assert.IsType<JsonToolInputSchema>(tool.Specification.InputSchema).Json;
        Assert.Equal("""["city"]""", schema.GetProperty("required").GetRawText());
        Assert.Equal("Where.", schema.GetProperty("properties").GetProperty("city").GetProperty("description").GetString());
        Assert.Equal(["city", "days"], schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task RunnableTool_OtherFunctions_AnswerWhatTheyGive()
    {
        var call = new ToolUseBlock { ToolUseId = "1", Name = "t", Input = JsonElement.Parse("""{"customer":"Ada","total":1,"colour":"Red"}""") };
        RunnableTool whole = RunnableTool.Create("whole", null, (Invoice invoice) => invoice.Customer);
        RunnableTool typed = RunnableTool.Create<Invoice>("typed", null, (invoice, _) => Task.FromResult(invoice.Customer));
        RunnableTool silent = RunnableTool.Create("silent", null, (ToolUseBlock seen) => Task.CompletedTask);
        RunnableTool named = RunnableTool.Create(Double);

        Assert.Equal("Ada", Assert.IsType<ToolResultText>(Assert.Single((await whole.RunAsync(call)).Content)).Text);
        Assert.Equal("Ada", Assert.IsType<ToolResultText>(Assert.Single((await typed.RunAsync(call)).Content)).Text);
        Assert.Equal("{}", Assert.IsType<ToolResultJson>(Assert.Single((await silent.RunAsync(call)).Content)).Json.GetRawText());
        Assert.Equal(("Double", "Twice as much."), (named.Name, named.Specification.Description));
        Assert.Equal("""{"result":8}""",
            Assert.IsType<ToolResultJson>(Assert.Single((await named.RunAsync(new() { Input = JsonElement.Parse("""{"value":4}""") })).Content))
            .Json.GetRawText());
        Assert.Equal("Ada", call.InputAs<Invoice>()!.Customer);
        await Assert.ThrowsAsync<JsonException>(() => named.RunAsync(call));
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => RunnableTool.Create("bad", null, string () => throw new TimeZoneNotFoundException())
            .RunAsync(call));
        Assert.Contains("lambda", Assert.Throws<ArgumentException>(() => RunnableTool.Create(() => 1)).Message, StringComparison.Ordinal);

        [Description("Twice as much.")]
        static ValueTask<int> Double(int value) => ValueTask.FromResult(2 * value);
    }

    [Fact]
    public void Tools_OfEveryFamilyFromAType_HaveItsSchema()
    {
        string[] schemas =
        [
            Assert.IsType<JsonToolInputSchema>(((SpecifiedTool)Tool.Create<Invoice>("t", null)).ToolSpec!.InputSchema).Json.GetRawText(),
            ClaudeTool.Create<Invoice>("t", null).InputSchema.GetRawText(),
            NovaTool.Create<Invoice>("t", null).ToolSpec!.InputSchema!.Json.GetRawText(),
            ChatCompletionTool.Create<Invoice>("t", null).Function!.Parameters!.Value.GetRawText(),
        ];

        Assert.Contains("Who pays.", Assert.Single(schemas.Distinct()), StringComparison.Ordinal);
        Assert.Equal("""{"name":"t","input_schema":{}}""", BedrockJson.Serialize<ClaudeToolDefinition>(new ClaudeTool { Name = "t" }));
    }

    [Fact]
    public async Task InvokeAsync_NoRegionAnywhere_IsOneExceptionThatNamesThreePlaces()
    {
        using var environment =
            new EnvironmentScope(("AWS_REGION", null), ("AWS_DEFAULT_REGION", null), ("AWS_PROFILE", null), ("AWS_CONFIG_FILE", "none"),
            ("AWS_EC2_METADATA_DISABLED", "true"));
        using var client = new BedrockClient();

        BedrockException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => client.ConverseAsync(NovaModels.Lite, "hello"));

        Assert.All(["BedrockClientOptions.Region", "AWS_REGION", "AWS profile"], place => Assert.Contains(place, e.Message, StringComparison.Ordinal));
        Assert.Equal((0, false), (e.Attempts, e.IsTransient));
    }

    private sealed record Invoice([property: Description("Who pays.")] string Customer, decimal Total, Colour Colour);
}
