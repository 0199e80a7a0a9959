using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.AotTests;

/// <summary>The adapters of Microsoft.Extensions.AI in a native build: a function that the model calls, an approval, a typed answer, models
/// of a section, a stream, vectors.</summary>
internal static class ChatClientCheck
{
    public static async Task RunAsync()
    {
        using var fake = new FakeBedrock();
        using IChatClient chat = fake.Client.AsIChatClient("us.amazon.nova-lite-v1:0").AsBuilder().UseFunctionInvocation().Build();
        JsonSerializerOptions json = new(ChatClientJsonContext.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ChatClientJsonContext.Default, AIJsonUtilities.DefaultOptions.TypeInfoResolver),
        };
        int calls = 0;
        AIFunction boats = AIFunctionFactory.Create(
            (int count) =>
            {
                calls++;
                return $"{count} boats";
            },
            "boats",
            "Counts boats.",
            json);

        ChatResponse answer = await chat.GetResponseAsync("Count the boats: 7. Use boats.", new ChatOptions { Tools = [boats] });
        ChatResponse streamed = await chat.GetStreamingResponseAsync("Why is the sky blue?").ToChatResponseAsync();

        await CheckApprovalAsync(chat, boats, () => calls);
        await CheckTypedAsync(fake, json);

        using IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);
        GeneratedEmbeddings<Embedding<float>> vectors = await generator.GenerateAsync(["fog", "sun"]);

        Expect(calls > 0 && answer.Text.Length > 0, "the model's function is called");
        Expect(streamed.Text.Length > 0, "the chat client streams");
        Expect(vectors.Count == 2 && vectors[0].Vector.Length == 1024, "the generator gives vectors");
    }

    // Asked, approved, stored as JSON, loaded, and gone on with.
    private static async Task CheckApprovalAsync(IChatClient chat, AIFunction boats, Func<int> calls)
    {
        var options = new ChatOptions { Tools = [new ApprovalRequiredAIFunction(boats)] };
        List<ChatMessage> history = [new(ChatRole.User, "Count the boats: 8. Use boats.")];
        int before = calls();

        history.AddMessages(await chat.GetResponseAsync(history, options));
        ToolApprovalRequestContent asked = history[^1].Contents.OfType<ToolApprovalRequestContent>().Single();
        Expect(calls() == before, "nothing runs before it is approved");
        history.Add(new ChatMessage(ChatRole.User, [asked.CreateResponse(true)]));
        history.AddMessages(await chat.GetResponseAsync(history, options));
        Expect(calls() == before + 1, "what is approved runs once");

        history.Add(new ChatMessage(ChatRole.User, "Thanks."));
        var type = (JsonTypeInfo<ChatMessage>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatMessage));
        List<ChatMessage> loaded = [.. history.Select(message => JsonSerializer.Deserialize(JsonSerializer.Serialize(message, type), type)!)];
        ChatResponse last = await chat.GetResponseAsync(loaded);
        Expect(last.Text.Length > 0 && last.GetWarnings().Count <= 1, "a stored history with an approval goes on");
    }

    private static async Task CheckTypedAsync(FakeBedrock fake, JsonSerializerOptions json)
    {
        using IChatClient chat = fake.Client.AsIChatClient("us.amazon.nova-lite-v1:0");
        ChatResponse<Harbour> harbour = await chat.GetResponseAsync<Harbour>("A harbour with 12 boats.", json);
        Expect(harbour.Result.Boats == 12, "an answer of the chat client has the form of a type");
        await using ServiceProvider services = new ServiceCollection().AddSingleton(fake.Client).AddSections().BuildServiceProvider();
        Expect((await services.GetRequiredService<IChatClient>().GetResponseAsync("hello")).Text.Length > 0, "a chat client comes from a section");
        Expect((await services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync("fog")).Dimensions == 256,
            "a generator comes from a section");
    }

    private static IServiceCollection AddSections(this IServiceCollection services)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                [new("Chat:ModelId", "us.amazon.nova-lite-v1:0"), new("Embed:ModelId", "amazon.titan-embed-text-v2:0"), new("Embed:Dimensions", "256")])
            .Build();
        services.AddBedrockChatClient(configuration.GetSection("Chat"));
        services.AddBedrockEmbeddingGenerator(configuration.GetSection("Embed"));
        return services;
    }

    private static void Expect(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException("Failed: " + what);
        }
    }
}

/// <summary>The types of the function's arguments and result.</summary>
[JsonSerializable(typeof(Harbour))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ChatClientJsonContext : JsonSerializerContext;
