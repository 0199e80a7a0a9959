#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// The code blocks of README.md, runnable: dotnet run docs/samples/readme.cs
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.DependencyInjection;

await using BedrockServer server = await BedrockServer.StartAsync();
using BedrockClient bedrock = server.CreateClient();

#region call
var request = new ClaudeRequest
{
    System = "Answer in one sentence.",
    Messages = [ClaudeMessage.User("Why is the sky blue?")],
    MaxTokens = 200,
};
ClaudeResponse reply = await bedrock.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), request);
Console.WriteLine(reply.Text);
#endregion

#region stream
request.Messages.Add(reply.ToMessage());                    // the request is the conversation
request.Messages.Add(ClaudeMessage.User("And at sunset?"));
await foreach (ClaudeStreamEvent e in bedrock.StreamAsync(ClaudeModels.Sonnet45.InProfile("us"), request))
{
    Console.Write(e.Text);
}
#endregion

Console.WriteLine();

#region embed
TitanEmbedTextResponse embedding = await bedrock.InvokeAsync(
    TitanModels.EmbedTextV2, new() { InputText = "hello", Dimensions = 256 });
ReadOnlyMemory<float> vector = embedding.Embedding;
#endregion

Console.WriteLine(vector.Length);

#region fake
using var fake = new FakeBedrock();
fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("Blue light scatters most.")] });

var services = new ServiceCollection();
services.AddBedrock(options => options.Region = "us-east-1");
services.AddSingleton(fake.Client);                         // the last registration wins: the code under test gets the fake
#endregion

await using ServiceProvider provider = services.BuildServiceProvider();
ClaudeResponse faked = await provider.GetRequiredService<IBedrockClient>().InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), request);
Console.WriteLine(faked.Text);
