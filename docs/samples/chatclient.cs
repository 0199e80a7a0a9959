#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Extensions.AI
#:project ../../src/Bedrock.Toolkit.Testing

// A model of Bedrock as an IChatClient: a function that it calls, a stream, a typed answer, embeddings.
//   dotnet run docs/samples/chatclient.cs              against the embedded server, no AWS account needed
//   dotnet run docs/samples/chatclient.cs -- --aws     against AWS, with the Region and credentials of the normal AWS chain
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

#region client
using IChatClient chat = bedrock.AsIChatClient("us.amazon.nova-lite-v1:0").AsBuilder()
    .UseFunctionInvocation()
    .Build();
#endregion

// The context tells how arguments and results are read and written, also in native AOT.
JsonSerializerOptions json = new(ChatClientJson.Default.Options);
json.TypeInfoResolver = JsonTypeInfoResolver.Combine(ChatClientJson.Default, AIJsonUtilities.DefaultOptions.TypeInfoResolver);
ChatOptions options = new()
{
    Instructions = "Answer in one sentence.",
    Tools = [AIFunctionFactory.Create(Weather, "weather", serializerOptions: json)],
    MaxOutputTokens = 300,
    TopK = 20,
};

// With a function: the model calls it, and goes on with what it gave.
ChatResponse answer = await chat.GetResponseAsync("What is the weather in Oslo? Use weather.", options);
foreach (FunctionCallContent call in answer.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>())
{
    Console.WriteLine($"(the model called {call.Name})");
}

Console.WriteLine(answer.Text);
Console.WriteLine($"({answer.Usage?.InputTokenCount} tokens in, {answer.Usage?.OutputTokenCount} out, request {answer.ResponseId})");

// A stream.
List<ChatMessage> history = [new(ChatRole.User, "Why is the sky blue?")];
List<ChatResponseUpdate> updates = [];
await foreach (ChatResponseUpdate update in chat.GetStreamingResponseAsync(history))
{
    Console.Write(update.Text);
    updates.Add(update);
}

Console.WriteLine();
history.AddMessages(updates);

// A typed answer.
ChatResponse<Place> typed = await chat.GetResponseAsync<Place>("Which city has the Colosseum?", json);
Console.WriteLine(typed.TryGetResult(out Place? place) ? $"{place.City}, {place.Country}" : $"No place: {typed.Text}");

// A setting that the model cannot take is reported.
ChatResponse reported = await chat.GetResponseAsync("Hello", new ChatOptions { Seed = 7 });
Console.WriteLine(string.Join(Environment.NewLine, reported.GetWarnings()));

// Embeddings.
IEmbeddingGenerator<string, Embedding<float>> generator = bedrock.AsIEmbeddingGenerator(TitanModels.EmbedTextV2, defaultDimensions: 256);
GeneratedEmbeddings<Embedding<float>> vectors = await generator.GenerateAsync(["fog", "harbour"]);
Console.WriteLine($"{vectors.Count} vectors of {vectors[0].Dimensions} numbers");

[Description("The weather in a city.")]
static WeatherReport Weather([Description("The city.")] string city) => new(city, "rain", 9);

internal sealed record WeatherReport(string City, string Sky, int Degrees);

internal sealed record Place(string City, string Country);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WeatherReport))]
[JsonSerializable(typeof(Place))]
internal sealed partial class ChatClientJson : JsonSerializerContext;
