#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// A chat, a stream, an embedding and a search: typed calls over real HTTP.
//   dotnet run docs/samples/quickstart.cs             against the embedded server, no AWS account needed
//   dotnet run docs/samples/quickstart.cs -- --aws    against AWS, with the Region and credentials of the normal AWS chain
using System.Globalization;
using System.Numerics.Tensors;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

try
{
    await RunAsync(bedrock);
    return 0;
}
catch (BedrockAuthenticationException e)
{
    Console.Error.WriteLine($"No access to AWS: {e.Message}");
    return 1;
}
catch (BedrockConfigurationException e)
{
    Console.Error.WriteLine($"The settings are not complete: {e.Message}");
    return 1;
}

static async Task RunAsync(IBedrockClient bedrock)
{
    var claude = ClaudeModels.Sonnet45.InProfile("us");
    var request = new ClaudeRequest
    {
        System = "Answer in one sentence.",
        Messages = [ClaudeMessage.User("Why is the sky blue?")],
        MaxTokens = 200,
    };

    ClaudeResponse reply = await bedrock.InvokeAsync(claude, request);
    Console.WriteLine($"chat: {reply.Text}");

    // The request is the conversation: the answer and the next question are added to it.
    request.Messages.Add(reply.ToMessage());
    request.Messages.Add(ClaudeMessage.User("And at sunset?"));
    Console.Write("stream: ");
    await foreach (ClaudeStreamEvent e in bedrock.StreamAsync(claude, request))
    {
        Console.Write(e.Text);
    }

    Console.WriteLine();

    ReadOnlyMemory<float> vector = await EmbedAsync(bedrock, "hello");
    IEnumerable<string> largest = vector.ToArray().OrderByDescending(Math.Abs).Take(4).Select(x => x.ToString("0.0000", CultureInfo.InvariantCulture));
    Console.WriteLine($"embed: {vector.Length} numbers, the largest of them {string.Join(", ", largest)}");

    string[] sentences =
    [
        "The ferry to the island leaves at nine.",
        "Fresh bread is sold at the bakery every morning.",
        "The library closes early on Friday.",
        "Rain is expected in the evening.",
        "Tickets for the concert are sold out.",
    ];
    const string question = "When does the ferry leave for the island?";
    ReadOnlyMemory<float> wanted = await EmbedAsync(bedrock, question);
    (string Sentence, float Score) best = ("", -1);
    foreach (string sentence in sentences)
    {
        ReadOnlyMemory<float> candidate = await EmbedAsync(bedrock, sentence);
        float score = TensorPrimitives.CosineSimilarity(wanted.Span, candidate.Span);
        if (score > best.Score)
        {
            best = (sentence, score);
        }
    }

    Console.WriteLine($"search: {question} -> {best.Sentence} ({best.Score.ToString("0.00", CultureInfo.InvariantCulture)})");
    Console.WriteLine($"tokens: {reply.Usage?.InputTokens} in, {reply.Usage?.OutputTokens} out");
}

static async Task<ReadOnlyMemory<float>> EmbedAsync(IBedrockClient bedrock, string text)
{
    TitanEmbedTextResponse response = await bedrock.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = text, Dimensions = 256 });
    return response.Embedding;
}
