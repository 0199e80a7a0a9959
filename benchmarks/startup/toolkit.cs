#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit

// A process that makes one call. See run beside it.
using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;

using var client = new BedrockClient(new BedrockClientOptions
{
    Region = "us-east-1",
    ServiceUrl = new Uri(args[0]),
    Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-secret"),
});
ClaudeResponse answer = await client.InvokeAsync(ClaudeModels.Sonnet45, new ClaudeRequest { MaxTokens = 300, Messages = [ClaudeMessage.User("hello")] });
Console.WriteLine(answer.Text.Length > 0
    ? Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)
    : "The answer has no text.");
