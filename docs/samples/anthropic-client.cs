#!/usr/bin/env dotnet
#:package Anthropic
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing
#:property PublishAot=false

// Anthropic's own client on Bedrock, over the handler that brings its requests to the door of their model.
//   dotnet run docs/samples/anthropic-client.cs              against the embedded server, no AWS account needed
//   dotnet run docs/samples/anthropic-client.cs -- --aws     against AWS, with the Region and credentials of the normal AWS chain
using Anthropic;
using Anthropic.Models.Messages;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing;

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
BedrockClientOptions options = server is null
    ? new BedrockClientOptions()
    : new BedrockClientOptions { Region = server.Region, Credentials = server.Credentials, ServiceUrl = server.Url };

using var http = new HttpClient(new BedrockDoorHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };

// The key is replaced by what the handler knows, and the address by that of the door.
using var client = new AnthropicClient { HttpClient = http, BaseUrl = "https://bedrock/anthropic", ApiKey = "none", MaxRetries = 0 };
var ask = new MessageCreateParams { Model = "us.anthropic.claude-opus-5-5", MaxTokens = 200, Messages = [new UserMessageParam("Is pier 3 free?")] };

Message whole = await client.Messages.Create(ask);
Console.WriteLine($"whole: {whole.Content.Select(block => block.TryPickText(out TextBlock? text) ? text.Text : null).First(text => text is not null)}");

Console.Write("stream: ");
await foreach (RawMessageStreamEvent e in client.Messages.CreateStreaming(ask))
{
    if (e.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? delta) && delta.Delta.TryPickText(out TextDelta? piece))
    {
        Console.Write(piece.Text);
    }
}

Console.WriteLine();
