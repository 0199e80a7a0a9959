#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// The code blocks of docs/models/chat-completions.md, runnable: dotnet run docs/samples/chat-completions.cs
using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

await using BedrockServer server = await BedrockServer.StartAsync();
using BedrockClient bedrock = server.CreateClient();

#region call
var request = new ChatCompletionRequest
{
    Messages =
    [
        ChatCompletionMessage.System("Answer in one sentence."),
        ChatCompletionMessage.User("Why is the sky blue?"),
    ],
    MaxTokens = 500,                                        // reasoning counts, too
    ReasoningEffort = ChatCompletionReasoningEffort.Low,
};
ChatCompletionResponse reply = await bedrock.InvokeAsync(OpenAIModels.GptOss120B, request);
Console.WriteLine(reply.Text);                              // without the reasoning, which is in reply.ReasoningText

request.Messages.Add(reply.ToMessage());                    // the request is the conversation
request.Messages.Add(ChatCompletionMessage.User("And at sunset?"));
await foreach (ChatCompletionStreamEvent e in bedrock.StreamAsync(OpenAIModels.GptOss120B, request))
{
    Console.Write(e.Text);
}
#endregion

Console.WriteLine();
JsonElement schema = JsonElement.Parse(
    """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"],"additionalProperties":false}""");

#region tools
ChatCompletionRequestBuilder conversation = new ChatCompletionRequestBuilder()
    .System("You know the weather.")
    .Tool("weather", "The weather in a city.", schema)
    .User("Please get the weather in Paris.");
ChatCompletionResponse asked = await bedrock.InvokeAsync(QwenModels.Qwen3Next80B, conversation.Build());

conversation.Assistant(asked);
foreach (ChatCompletionToolCall call in asked.ToolCalls)
{
    conversation.ToolResult(call.Id!, "18 degrees");        // call.ArgumentsAs(…) has the arguments as a type of your own
}

ChatCompletionResponse answer = await bedrock.InvokeAsync(QwenModels.Qwen3Next80B, conversation.Build());
#endregion

Console.WriteLine($"{asked.ToolCalls[0].Function!.Arguments} -> {answer.Text}");
byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPgiloAAAF2AQVBAwYAAAAAAElFTkSuQmCC");

#region schema
var look = new ChatCompletionRequest
{
    Messages = [ChatCompletionMessage.User([ChatCompletionImagePart.FromBytes(png, "image/png"), new ChatCompletionTextPart("Which city is this?")])],
    ResponseFormat = ChatCompletionResponseFormat.ForJsonSchema("place", schema),
    MaxTokens = 300,
};
ChatCompletionResponse place = await bedrock.InvokeAsync(GemmaModels.Gemma3It27B, look);
#endregion

Console.WriteLine(place.Text);
