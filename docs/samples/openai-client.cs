#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit.Extensions.OpenAI
#:project ../../src/Bedrock.Toolkit.Testing

// OpenAI's own client on Bedrock: Responses and Chat Completions, whole and streamed, with identity, retries and exceptions of this library.
//   dotnet run docs/samples/openai-client.cs              against the embedded server, no AWS account needed
//   dotnet run docs/samples/openai-client.cs -- --aws     against AWS, with the Region and credentials of the normal AWS chain
using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Extensions.OpenAI;
using Bedrock.Toolkit.Testing;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

#pragma warning disable OPENAI001 // The client of Responses is marked experimental.

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
BedrockClientOptions options = server is null
    ? new BedrockClientOptions()
    : new BedrockClientOptions { Region = server.Region, Credentials = server.Credentials, ServiceUrl = server.Url };

const string Model = "us.openai.gpt-5.6-luna";
Console.WriteLine($"door: {BedrockDoor.For(Model)}");

OpenAIClient openai = BedrockOpenAI.CreateClient(options);
ResponseResult whole = await openai.GetResponsesClient().CreateResponseAsync(Model, "Is pier 3 free?");
Console.WriteLine($"responses: {whole.GetOutputText()}");

Console.Write("chat: ");
await foreach (StreamingChatCompletionUpdate update in openai.GetChatClient(Model).CompleteChatStreamingAsync("And pier 4?"))
{
    Console.Write(string.Concat(update.ContentUpdate.Select(part => part.Text)));
}

Console.WriteLine();

// A model that does not answer the shape: an exception that says what to do.
try
{
    await openai.GetResponsesClient().CreateResponseAsync("us.anthropic.claude-opus-5-5", "Is pier 3 free?");
}
catch (BedrockException e)
{
    Console.WriteLine($"{e.GetType().Name}: {e.Message}");
}
