#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit.Extensions.OpenAI
#:project ../../src/Bedrock.Toolkit.Testing

// IChatClient for models of every door: Converse, OpenAI's Responses and OpenAI's Chat Completions, chosen by the model's id.
//   dotnet run docs/samples/chatclient-by-door.cs
using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

await using BedrockServer server = await BedrockServer.StartAsync();
foreach (string model in (string[])["us.amazon.nova-lite-v1:0", "us.openai.gpt-6-sol", "openai.gpt-5.4", "deepseek.v3.1"])
{
    BedrockDoor door = BedrockDoor.For(model);
    var services = new ServiceCollection();
    services.AddBedrock(options =>
    {
        options.Region = server.Region;
        options.Credentials = server.Credentials;
        options.ServiceUrl = door.Host == BedrockHost.Mantle ? server.MantleUrl : server.Url;   // against AWS: leave it out
    });
    services.AddBedrockOpenAI();
    services.AddBedrockChatClient(model);
    await using ServiceProvider provider = services.BuildServiceProvider();

    ChatResponse answer = await provider.GetRequiredService<IChatClient>().GetResponseAsync("Is pier 3 free?");
    Console.WriteLine($"{model} -> {server.Calls[^1].Path}: {answer.Text}");
    Console.WriteLine($"  {door.Reason}");
}
