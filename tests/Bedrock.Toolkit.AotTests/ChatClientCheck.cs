using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.AotTests;

/// <summary>The adapters of Microsoft.Extensions.AI in a native build: a function that the model calls, a stream, vectors.</summary>
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

        using IEmbeddingGenerator<string, Embedding<float>> generator = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);
        GeneratedEmbeddings<Embedding<float>> vectors = await generator.GenerateAsync(["fog", "sun"]);

        Expect(calls > 0 && answer.Text.Length > 0, "the model's function is called");
        Expect(streamed.Text.Length > 0, "the chat client streams");
        Expect(vectors.Count == 2 && vectors[0].Vector.Length == 1024, "the generator gives vectors");
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
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ChatClientJsonContext : JsonSerializerContext;
