using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class ChatAnswerTests
{
    private const string Model = ChatSent.Claude;

    private static Wire.ConverseResponse Everything() => new()
    {
        Output = Wire.Message.Assistant(
            new Wire.ReasoningTextBlock { Text = "hm hm hm", Signature = "sig" },
            new Wire.RedactedReasoningContent("x"u8.ToArray()),
            "Hello there, dear reader of this long text",
            new Wire.CitationsContentBlock
            {
                Content = [new Wire.CitationGeneratedText("It is so.")],
                Citations =
                [
                    new() { Title = "Book", Source = "https://example.com/book", SourceContent = [new Wire.CitationSourceText("so it is")],
                        Location = new Wire.DocumentPageCitationLocation(new() { DocumentIndex = 0, Start = 1, End = 2 }) },
                ],
            },
            new Wire.ToolUseBlock { ToolUseId = "s1", Name = "nova_code_interpreter", Type = Wire.ToolUseType.ServerToolUse,
                Input = JsonElement.Parse("""{"code":"1"}""") },
            new Wire.ToolResultBlock { ToolUseId = "s1", Type = "nova_code_interpreter_result",
                Content = [new Wire.ToolResultJson(JsonElement.Parse("""{"stdOut":"1"}"""))] },
            new Wire.ToolUseBlock { ToolUseId = "c1", Name = "weather", Input = JsonElement.Parse("""{"city":"Rome","day":null,"n":[1,2]}""") },
            new Wire.ImageBlock { Format = Wire.ImageFormat.Png, Source = "x"u8.ToArray() }),
        StopReason = Wire.StopReason.ToolUse,
        Usage = new TokenUsage
        {
            InputTokens = 10, OutputTokens = 5, TotalTokens = 45, CacheReadInputTokens = 20, CacheWriteInputTokens = 10,
            CacheDetails = [new() { Ttl = Wire.CacheTtl.OneHour, InputTokens = 10 }],
        },
        AdditionalModelResponseFields = JsonElement.Parse("""{"stop_sequence":"x"}"""),
    };

    private static void Check(IList<AIContent> contents)
    {
        List<TextReasoningContent> reasoning = [.. contents.OfType<TextReasoningContent>()];
        Assert.Equal([("hm hm hm", "sig"), ("", "redacted:eA==")], reasoning.Select(r => (r.Text, r.ProtectedData!)));
        Assert.Equal("Hello there, dear reader of this long textIt is so.", string.Concat(contents.OfType<TextContent>().Select(t => t.Text)));
        CitationAnnotation citation = Assert.IsType<CitationAnnotation>(contents.OfType<TextContent>().SelectMany(t => t.Annotations ?? []).Single());
        Assert.Equal(("Book", "so it is", "https://example.com/book"), (citation.Title, citation.Snippet, citation.Url?.ToString()));
        Assert.Equal("""{"documentPage":{"documentIndex":0,"start":1,"end":2}}""", citation.AdditionalProperties!["Location"]!.ToString());
        List<FunctionCallContent> calls = [.. contents.OfType<FunctionCallContent>()];
        Assert.Equal([("s1", true), ("c1", false)], calls.Select(c => (c.CallId, c.InformationalOnly)));
        Assert.Equal(["city", "day", "n"], calls[1].Arguments!.Keys);
        Assert.Null(calls[1].Arguments!["day"]);
        Assert.Equal("[1,2]", calls[1].Arguments!["n"]!.ToString());
        Assert.Equal("""{"stdOut":"1"}""", Assert.IsType<JsonElement>(contents.OfType<FunctionResultContent>().Single().Result).GetRawText());
        Assert.Equal("image/png", contents.OfType<DataContent>().Single().MediaType);
    }

    [Fact]
    public async Task Answer_OfEveryBlock_IsReadAndSentBackAsItWas()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Everything()).Reply(Everything());
        IChatClient client = fake.Client.AsIChatClient(Model);
        ChatMessage question = new(ChatRole.User, "Hi");

        ChatResponse response = await client.GetResponseAsync(question);
        Check(response.Messages.Single().Contents);
        await client.GetResponseAsync([question, .. response.Messages, new(ChatRole.Tool, [new FunctionResultContent("c1", "fine")])]);

        Assert.Equal(
            BedrockJson.Serialize(Everything().Message),
            BedrockJson.Serialize(fake.ConverseRequests(Model)[1].Messages[1]));
    }

    [Fact]
    public async Task Answer_StoredAsJson_GoesBackWithSignaturesAndTypes()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(Everything().ToStreamEvents()).Reply(Everything());
        IChatClient client = fake.Client.AsIChatClient(Model);
        ChatResponse response = await client.GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        string stored = JsonSerializer.Serialize(response.Messages, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<ChatMessage>)));
        var read = (IList<ChatMessage>)JsonSerializer.Deserialize(stored, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<ChatMessage>)))!;
        await client.GetResponseAsync([new(ChatRole.User, "Hi"), .. read, new(ChatRole.Tool, [new FunctionResultContent("c1", "fine")])]);

        string sent = BedrockJson.Serialize(fake.ConverseRequests(Model)[1].Messages[1]);
        Assert.Contains("""{"reasoningContent":{"reasoningText":{"text":"hm hm hm","signature":"sig"}}},{"reasoningContent":{"redactedContent":"eA=="}}""",
            sent, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"server_tool_use\"", sent, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"nova_code_interpreter_result\"", sent, StringComparison.Ordinal);
        Assert.Contains("""{"city":"Rome","day":null,"n":[1,2]}""", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Citations_Streaming_GoBackWithTheirText(bool isStored)
    {
        var cited = new Wire.CitationsContentBlock { Content = [new Wire.CitationGeneratedText("It is so.")], Citations = Everything()
            .Message.Content.OfType<Wire.CitationsContent>().Single().Block!.Citations };
        var reply = new Wire.ConverseResponse { Output = Wire.Message.Assistant("Well. ", cited, " Bye."), StopReason = Wire.StopReason.EndTurn };
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(reply.ToStreamEvents()).Reply(Everything());
        IChatClient client = fake.Client.AsIChatClient(Model);

        IList<ChatMessage> messages = (await client.GetStreamingResponseAsync("Hi").ToChatResponseAsync()).Messages;
        if (isStored)
        {
            var info = AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<ChatMessage>));
            messages = (IList<ChatMessage>)JsonSerializer.Deserialize(JsonSerializer.Serialize(messages, info), info)!;
        }

        await client.GetResponseAsync([new(ChatRole.User, "Hi"), .. messages, new(ChatRole.User, "And?")]);

        Assert.Equal(BedrockJson.Serialize(reply.Message), BedrockJson.Serialize(fake.ConverseRequests(Model)[1].Messages[1]));
    }

    [Fact]
    public async Task Reasoning_WithoutSignature_Streaming_StaysApartFromTheNext()
    {
        const string Any = "openai.gpt-oss-120b-1:0";
        var reply = new Wire.ConverseResponse
        {
            Output = Wire.Message.Assistant(new Wire.ReasoningTextBlock { Text = "One." }, new Wire.ReasoningTextBlock { Text = "Two.", Signature = "sig" },
                "Yes."),
            StopReason = Wire.StopReason.EndTurn,
        };
        using var fake = new FakeBedrock();
        fake.WhenConverse(Any).Stream(reply.ToStreamEvents()).Reply(reply);
        IChatClient client = fake.Client.AsIChatClient(Any);

        ChatResponse response = await client.GetStreamingResponseAsync("Hi").ToChatResponseAsync();
        await client.GetResponseAsync([new(ChatRole.User, "Hi"), .. response.Messages, new(ChatRole.User, "And?")]);

        Assert.Equal(["One.", "Two."], response.Messages[0].Contents.OfType<TextReasoningContent>().Select(thought => thought.Text));
        Assert.Equal(BedrockJson.Serialize(reply.Message), BedrockJson.Serialize(fake.ConverseRequests(Any)[1].Messages[1]));
    }

    [Fact]
    public async Task Answer_HeadAndCounts_AreRead()
    {
        (_, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], answer: Everything());

        CheckHead(response);
        Assert.IsType<Wire.ConverseResponse>(response.RawRepresentation);
        Assert.Equal("x", response.Messages[0].AdditionalProperties!["stop_sequence"]!.ToString());
        Assert.Null(response.AdditionalProperties);
    }

    [Fact]
    public async Task Answer_OfEveryBlock_Streaming_CarriesTheSame()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(Everything().ToStreamEvents());

        List<ChatResponseUpdate> updates = await fake.Client.AsIChatClient(Model).GetStreamingResponseAsync("Hi", new ChatOptions { Seed = 1 }).ToListAsync();
        ChatResponse response = updates.ToChatResponse();

        Check(response.Messages.Single().Contents);
        CheckHead(response);
        Assert.True(updates.Count(u => u.Contents.Any(c => c is TextContent { Text.Length: > 0 })) > 2);
        Assert.Contains("Seed", Assert.Single(updates[0].GetWarnings()), StringComparison.Ordinal);
        Assert.Contains("Seed", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
        Assert.All(updates, u => Assert.IsAssignableFrom<Wire.ConverseStreamEvent>(u.RawRepresentation));
        Assert.Contains(updates, u => u.AdditionalProperties?.ContainsKey("stop_sequence") == true);
    }

    private static void CheckHead(ChatResponse response)
    {
        Assert.False(string.IsNullOrEmpty(response.ResponseId));
        Assert.Equal(response.ResponseId, response.Messages[0].MessageId);
        Assert.Equal(Model, response.ModelId);
        Assert.NotNull(response.CreatedAt);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        UsageDetails usage = response.Usage!;
        Assert.Equal((40L, 5L, 45L, 20L), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount));
        Assert.Equal(
            [("CacheReadInputTokens", 20), ("CacheWriteInputTokens", 10), ("CacheWriteInputTokens.1h", 10), ("UncachedInputTokens", 10)],
            usage.AdditionalCounts!.Select(c => (c.Key, c.Value)).Order());
    }

    [Theory]
    [InlineData("end_turn", "stop")]
    [InlineData("stop_sequence", "stop")]
    [InlineData("max_tokens", "length")]
    [InlineData("model_context_window_exceeded", "length")]
    [InlineData("guardrail_intervened", "content_filter")]
    [InlineData("content_filtered", "content_filter")]
    [InlineData("malformed_tool_use", "malformed_tool_use")]
    [InlineData("something_new", "something_new")]
    public async Task StopReason_Each_BecomesAFinishReason(string stop, string finish)
    {
        (_, ChatResponse response) =
            await ChatSent.SendAsync([new(ChatRole.User, "Hi")], answer: new() { Output = Wire.Message.Assistant("a"), StopReason = stop });

        Assert.Equal(finish, response.FinishReason?.Value);
    }

    [Fact]
    public async Task Call_CutShort_Streaming_KeepsTheTextAndAnException()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Model).Stream(
        [
            new Wire.MessageStartEvent { Role = Wire.ConversationRole.Assistant },
            new Wire.ContentBlockStartEvent { ContentBlockIndex = 0, Start = new Wire.ToolUseStart(new() { ToolUseId = "c", Name = "f" }) },
            new Wire.ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new Wire.ToolUseDelta(new() { Input = "{\"secret\":" }) },
            new Wire.MessageStopEvent { StopReason = Wire.StopReason.MaxTokens },
        ]);

        ChatResponse response = await fake.Client.AsIChatClient(Model).GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        FunctionCallContent call = Assert.IsType<FunctionCallContent>(response.Messages.Single().Contents.Single());
        Assert.IsType<JsonException>(call.Exception);
        Assert.DoesNotContain("secret", call.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("{\"secret\":", ((Wire.ToolUseContent)call.RawRepresentation!).ToolUse!.Input.GetString());
    }

    [Fact]
    public async Task UnknownBlock_IsKeptAndSentBack()
    {
        using FakeBedrock fake = new FakeBedrock().AllowAnyRequest();
        var unknown = new Wire.ConverseResponse { Output = Wire.Message.Assistant("a",
            new Wire.UnknownContentBlock(JsonElement.Parse("""{"hologram":{"depth":3}}"""))), StopReason = Wire.StopReason.EndTurn };
        fake.WhenConverse(Model).Reply(unknown).Reply(unknown);
        IChatClient client = fake.Client.AsIChatClient(Model);

        ChatResponse response = await client.GetResponseAsync("Hi");
        await client.GetResponseAsync([new(ChatRole.User, "Hi"), .. response.Messages, new(ChatRole.User, "More")]);

        Assert.Contains("""{"hologram":{"depth":3}}""", BedrockJson.Serialize(fake.ConverseRequests(Model)[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_OfTheService_PassThrough()
    {
        using var fake = new FakeBedrock(options => options.MaxAttempts = 1);
        fake.WhenConverse(Model).Fault(BedrockFault.Status(429, "ThrottlingException", "slow"))
            .Fault(BedrockFault.ExceptionFrame(1, "modelStreamErrorException", "broken"));
        IChatClient client = fake.Client.AsIChatClient(Model);

        await Assert.ThrowsAsync<BedrockThrottlingException>(() => client.GetResponseAsync("Hi"));
        await Assert.ThrowsAnyAsync<BedrockException>(async () => await client.GetStreamingResponseAsync("Hi").ToListAsync());
    }

    [Fact]
    public void GetService_KnownTypes_GivesThem()
    {
        using var fake = new FakeBedrock();
        IChatClient client = fake.Client.AsIChatClient(Model);

        Assert.Equal(("aws.bedrock", Model), (client.GetService<ChatClientMetadata>()?.ProviderName, client.GetService<ChatClientMetadata>()?.DefaultModelId));
        Assert.Same(fake.Client, client.GetService<IBedrockClient>());
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Null(client.GetService<string>());
        Assert.Null(client.GetService(typeof(IChatClient), "key"));
    }
}
