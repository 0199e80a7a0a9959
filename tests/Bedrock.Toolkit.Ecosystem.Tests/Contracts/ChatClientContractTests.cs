using System.Diagnostics;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>What every <see cref="IChatClient"/> promises, held for a model of each family over the simulated Bedrock.</summary>
public sealed class ChatClientContractTests : IDisposable
{
    private readonly FakeBedrock _fake = new();

    public static TheoryData<string> Models => ChatModels.All;

    public void Dispose() => _fake.Dispose();

    [Theory]
    [MemberData(nameof(Models))]
    public async Task OneMessage_Call_IsAnswered(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatResponse response = await chat.GetResponseAsync("Why is the sky blue?");

        Assert.NotEmpty(response.Text);
        Assert.Equal((ChatRole.Assistant, ChatFinishReason.Stop), (response.Messages.Single().Role, response.FinishReason));
        Assert.Equal(model, response.ModelId);
        Assert.NotNull(response.ResponseId);
        Assert.NotNull(response.CreatedAt);
        Assert.NotNull(response.RawRepresentation);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task OneMessage_Stream_GivesTheTextOfTheCall(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        List<ChatResponseUpdate> updates = await ToListAsync(chat.GetStreamingResponseAsync("Why is the sky blue?"));
        ChatResponse whole = updates.ToChatResponse();

        Assert.True(updates.Count > 2);
        Assert.Equal((await chat.GetResponseAsync("Why is the sky blue?")).Text, whole.Text);
        Assert.All(updates, update => Assert.Equal((ChatRole.Assistant, model, updates[0].ResponseId), (update.Role, update.ModelId, update.ResponseId)));
        Assert.Equal(ChatFinishReason.Stop, whole.FinishReason);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Conversation_OfSeveralTurns_IsSentWhole(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);
        List<ChatMessage> history = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "One"), new(ChatRole.Assistant, "Two"), new(ChatRole.User, "Three")];

        await chat.GetResponseAsync(history);
        await ToListAsync(chat.GetStreamingResponseAsync(history));

        Assert.All(_fake.ConverseRequests(model),
            sent => Assert.Equal(["user", "assistant", "user"], sent.Messages.Select(message => message.Role.ToString())));
        Assert.Equal(_fake.Calls[0].Body.ToArray(), _fake.Calls[1].Body.ToArray());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task EmptyMessages_AndSystemAlone_AreAnswered(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatResponse empty = await chat.GetResponseAsync(
            [new(ChatRole.System, []), new(ChatRole.User, []), new(ChatRole.Assistant, []), new(ChatRole.User, "What is 1 + 2?")]);
        ChatResponse system = await chat.GetResponseAsync([new(ChatRole.System, "Judge this: the sky is green.")]);

        Assert.NotEmpty(empty.Text);
        Assert.NotEmpty(system.Text);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Usage_OfCallAndStream_IsCounted(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        UsageDetails? call = (await chat.GetResponseAsync("Why is the sky blue?")).Usage;
        UsageDetails? stream = (await chat.GetStreamingResponseAsync("Why is the sky blue?").ToChatResponseAsync()).Usage;

        Assert.True(call?.InputTokenCount > 0 && call.OutputTokenCount > 0);
        Assert.Equal(call.InputTokenCount + call.OutputTokenCount, call.TotalTokenCount);
        Assert.Equal((call.InputTokenCount, call.OutputTokenCount), (stream?.InputTokenCount, stream?.OutputTokenCount));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Functions_WithInvocation_AreCalledOrReported(string model)
    {
        foreach (bool isStreaming in (bool[])[false, true])
        {
            int calls = 0;
            using IChatClient chat = _fake.Client.AsIChatClient(model).AsBuilder().UseFunctionInvocation().Build();
            var options = new ChatOptions
            {
                Tools = [AIFunctionFactory.Create((int count) => $"{count} boats, call {++calls}", "boats", "Counts boats.")],
                ToolMode = ChatToolMode.Auto,
            };

            ChatResponse response = isStreaming
                ? await chat.GetStreamingResponseAsync("Count the boats: 7. Use boats.", options).ToChatResponseAsync()
                : await chat.GetResponseAsync("Count the boats: 7. Use boats.", options);

            if (ChatModels.TakesTools(model))
            {
                Assert.True(calls > 0);
                Assert.Contains("boats", response.Text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains("Tools", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Functions_WithEveryMode_AreTakenOrReported(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);
        AIFunction boats = AIFunctionFactory.Create((int count) => count, "boats");
        foreach (ChatToolMode mode in (ChatToolMode[])[ChatToolMode.Auto, ChatToolMode.None, ChatToolMode.RequireAny, ChatToolMode.RequireSpecific("boats")])
        {
            ChatResponse response = await chat.GetResponseAsync("Count the boats: 7.", new ChatOptions { Tools = [boats], ToolMode = mode });

            bool isCall = response.Messages[0].Contents.Any(content => content is FunctionCallContent { InformationalOnly: false });
            Assert.True(isCall || mode is AutoChatToolMode or NoneChatToolMode || response.GetWarnings().Count > 0, $"{mode}");
            Assert.True(!isCall || mode is not NoneChatToolMode);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Approvals_AcrossTurns_AreAnswered(string model)
    {
        int calls = 0;
        using IChatClient chat = _fake.Client.AsIChatClient(model).AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions
        {
            Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create((int count) => $"{count} boats, call {++calls}", "boats", "Counts boats."))],
        };
        List<ChatMessage> history = [new(ChatRole.User, "Count the boats: 7. Use boats.")];

        history.AddMessages(await chat.GetResponseAsync(history, options));
        List<ToolApprovalRequestContent> asked = [.. history.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>()];
        if (ChatModels.TakesTools(model))
        {
            Assert.Equal((1, 0), (asked.Count, calls));
            history.Add(new(ChatRole.User, [asked[0].CreateResponse(true)]));
            history.AddMessages(await chat.GetResponseAsync(history, options));
            Assert.Equal(1, calls);
        }

        history.Add(new(ChatRole.User, "Thanks."));
        string stored = JsonSerializer.Serialize(history, AIJsonUtilities.DefaultOptions);
        ChatResponse last = await chat.GetResponseAsync(JsonSerializer.Deserialize<List<ChatMessage>>(stored, AIJsonUtilities.DefaultOptions)!);

        Assert.NotEmpty(last.Text);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task TypedAnswers_OfManyForms_AreRead(string model)
    {
        if (!ChatModels.TakesTools(model))
        {
            // Neither a format nor tools: a line in the prompt asks for the form, which is reported.
            using IChatClient without = _fake.Client.AsIChatClient(model);
            ChatResponse asked = await without.GetResponseAsync("A harbour.", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Harbour>() });
            Assert.NotEmpty(asked.GetWarnings());
            return;
        }

        using IChatClient chat = _fake.Client.AsIChatClient(model);

        // A model that cannot be made to call a tool is offered one: the simulated one calls what the question names.
        ChatResponse<Harbour> one = await chat.GetResponseAsync<Harbour>("A harbour with 12 boats: use Harbour.", JsonSerializerOptions.Web);
        Assert.Equal(12, one.Result.Boats);
        if (!ChatModels.ForcesTools(model))
        {
            return;
        }

        ChatResponse<Harbour[]> list = await chat.GetResponseAsync<Harbour[]>("Harbours with 12 boats.", JsonSerializerOptions.Web);
        ChatResponse<int> number = await chat.GetResponseAsync<int>("How many boats: 12?", JsonSerializerOptions.Web);
        ChatResponse<Weather> word = await chat.GetResponseAsync<Weather>("Sun or fog?", JsonSerializerOptions.Web);

        Assert.NotNull(list.Result);
        Assert.True(number.TryGetResult(out _));
        Assert.True(word.TryGetResult(out _));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Cache_SecondCallAndStream_AreNotSent(string model)
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        using IChatClient chat = _fake.Client.AsIChatClient(model).AsBuilder().UseDistributedCache(cache).Build();

        string first = (await chat.GetResponseAsync("Hello")).Text;
        string second = (await chat.GetResponseAsync("Hello")).Text;
        string third = (await chat.GetStreamingResponseAsync("Hello").ToChatResponseAsync()).Text;
        string fourth = (await chat.GetStreamingResponseAsync("Hello").ToChatResponseAsync()).Text;

        Assert.Equal((first, third, 2), (second, fourth, _fake.Calls.Count));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task OpenTelemetry_OnTop_KnowsModelProviderAddressAndTokens(string model)
    {
        string source = Guid.NewGuid().ToString();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using IChatClient chat = _fake.Client.AsIChatClient(model).AsBuilder().UseOpenTelemetry(sourceName: source).Build();

        await chat.GetResponseAsync("Hello");
        await ToListAsync(chat.GetStreamingResponseAsync("Hello"));

        Assert.Equal(2, spans.Count);
        Assert.All(spans, span =>
        {
            string[] wanted =
            [
                "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.response.model", "gen_ai.response.id", "server.address",
                    "server.port",
                "gen_ai.response.finish_reasons", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens",
            ];
            Assert.DoesNotContain(wanted, name => span.GetTagItem(name) is null);
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Cancelled_BeforeAndWithin_Throws(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.GetResponseAsync("Hello", cancellationToken: new CancellationToken(true)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatResponseUpdate update in chat.GetStreamingResponseAsync("Why is the sky blue?", cancellationToken: source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Services_AndDisposal_AreAsPromised(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);

        ChatClientMetadata? metadata = chat.GetService<ChatClientMetadata>();
        Assert.Equal(("aws.bedrock", model), (metadata?.ProviderName, metadata?.DefaultModelId));
        Assert.Same(chat, chat.GetService<IChatClient>());
        Assert.Same(_fake.Client, chat.GetService<IBedrockClient>());
        Assert.Null(chat.GetService(typeof(IChatClient), "a key"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => chat.GetResponseAsync((IEnumerable<ChatMessage>)null!));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => chat.GetResponseAsync([]));
        chat.Dispose();
        Assert.NotEmpty((await _fake.Client.AsIChatClient(model).GetResponseAsync("Still there?")).Text);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Options_OfACall_AreNeverChanged(string model)
    {
        using IChatClient chat = _fake.Client.AsIChatClient(model);
        var options = new ChatOptions { Temperature = 0.5f, TopP = 0.9f, TopK = 5, Seed = 7, StopSequences = ["END"], MaxOutputTokens = 50,
            Instructions = "Be brief." };
        string before = JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions);
        List<ChatMessage> messages = [new(ChatRole.User, "Hello")];

        await chat.GetResponseAsync(messages, options);
        await ToListAsync(chat.GetStreamingResponseAsync(messages, options));

        Assert.Equal(before, JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions));
        Assert.Single(messages);
        Assert.Equal(_fake.Calls[0].Body.ToArray(), _fake.Calls[1].Body.ToArray());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task ImageGenerationTool_AcrossTurns_IsAnswered(string model)
    {
        using IImageGenerator images = _fake.Client.AsIImageGenerator("stability.stable-image-core-v1:1");
        using IChatClient chat = _fake.Client.AsIChatClient(model).AsBuilder().UseImageGeneration(images).UseFunctionInvocation().Build();
        List<ChatMessage> history =
        [
            new(ChatRole.User, "Draw a buoy."),
            new(ChatRole.Assistant,
                [new ImageGenerationToolCallContent("i1"),
                new ImageGenerationToolResultContent("i1") { Outputs = [new DataContent("x"u8.ToArray(), "image/png")] }]),
            new(ChatRole.User, "Thanks. What is 1 + 2?"),
        ];

        ChatResponse response =
            await chat.GetResponseAsync(history, new ChatOptions { Tools = ChatModels.TakesTools(model) ? [new HostedImageGenerationTool()] : null });

        Assert.NotEmpty(response.Messages);
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private enum Weather
    {
        Sun,
        Fog,
    }

    private sealed record Harbour(int Boats);
}
