#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// A chat in the terminal: streamed answers, a tool, and a history that is there again next time.
//   dotnet run docs/samples/chat.cs                           against the embedded server, no AWS account needed
//   dotnet run docs/samples/chat.cs -- --aws                  against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/chat.cs -- --history mine.json    another file for the history
//   echo "roll dice with 20 sides" | dotnet run docs/samples/chat.cs
//   dotnet run docs/samples/chat.cs -- --check                a fixed talk and its quality check: the tool is used, and what was said before is known
//   dotnet run docs/samples/chat.cs -- --check --break        the same, but each turn forgets the ones before: the check fails (exit code 2)
// /new begins a new conversation, /exit or the end of the input ends the chat.
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

bool aws = args.Contains("--aws");
bool check = args.Contains("--check");
string history = check
    ? Path.Combine(Directory.CreateTempSubdirectory("chat-").FullName, "check.json")
    : args.SkipWhile(a => a != "--history").Skip(1).FirstOrDefault() ?? Path.Combine(Path.GetTempPath(), "bedrock-chat.json");
Queue<string> talk = new(["roll dice with 20 sides", "My boat is called Tern.", "What is my boat called?"]);
List<(string Answer, bool UsedTool)> turns = [];
ModelId model = "us.amazon.nova-lite-v1:0";

await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

RunnableTool dice = RunnableTool.Create("roll_dice", "Rolls one dice and gives the number.", ChatJson.Default.Dice, ChatJson.Default.Rolled, (input, _) =>
    Task.FromResult(new Rolled(RandomNumberGenerator.GetInt32(Math.Max(1, input.Sides)) + 1)));

ConversationBuilder conversation = Begin();
if (File.Exists(history))
{
    try
    {
        conversation = new ConversationBuilder(BedrockJson.Deserialize<ConverseRequest>(await File.ReadAllTextAsync(history)));
        Console.WriteLine($"(going on with {conversation.Messages.Count} messages of {history})");
    }
    catch (JsonException e)
    {
        // Nothing is overwritten that somebody may want to mend.
        Console.Error.WriteLine(
            $"{history} holds no conversation that can be read, near line {e.LineNumber + 1}: mend it, delete it, or name another file with --history.");
        return 1;
    }
}

while (true)
{
    Console.Write("you: ");
    string? line = check ? talk.TryDequeue(out string? next) ? next : null : Console.ReadLine()?.Trim();
    if (check || Console.IsInputRedirected)
    {
        Console.WriteLine(line);
    }

    if (line is null or "/exit")
    {
        return check ? Judge() : 0;
    }

    if (line == "/new")
    {
        conversation = Begin();
        File.Delete(history);
        continue;
    }

    if (line.Length == 0)
    {
        continue;
    }

    // What goes wrong leaves the conversation as it was.
    ConversationBuilder turn = conversation.Clone().User(line);
    try
    {
        if (check && turns.Count == 1)
        {
            server?.WhenConverse(model).Reply(Remember);
        }

        await AnswerAsync(turn);
        conversation = check && args.Contains("--break") ? Begin() : turn;
        await File.WriteAllTextAsync(history, BedrockJson.Serialize(turn.Build()));
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
    catch (BedrockException e)
    {
        Console.Error.WriteLine($"{(e.IsTransient ? "Try again later" : "That did not work")}: {e.Message}");
    }
}

// A chat is good when it uses its tools for what they are for, and knows what was said: the answers of the fixed talk tell.
int Judge()
{
    string[] faults = turns.Count < 3 ? ["a turn was not answered"] :
    [
        .. turns[0].UsedTool ? Array.Empty<string>() : ["the dice was not rolled by the tool"],
        .. turns[2].Answer.Contains("Tern", StringComparison.Ordinal) ? Array.Empty<string>() : ["the boat's name is forgotten"],
    ];
    if (faults.Length > 0)
    {
        Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
        return 2;
    }

    Console.WriteLine($"quality: {turns.Count} turns, tool used, name known");
    return 0;
}

// The simulated model has no memory. This script stands in for it: it knows what the request holds, and nothing else.
static ConverseResponse Remember(ConverseRequest request)
{
    string? said = request.Messages.SkipLast(1).SelectMany(message => message.Content).OfType<TextBlock>().Select(block => block.Text)
        .LastOrDefault(text => text?.Contains("boat", StringComparison.Ordinal) == true);
    return new() { Output = Message.Assistant(said is null ? "I do not know." : $"You said: {said}"), StopReason = StopReason.EndTurn };
}

ConversationBuilder Begin() => new ConversationBuilder().System("Be friendly and brief.").Tool(dice.Specification).MaxTokens(500);

// One answer; when the model asks for tools, they are run and it goes on, five times at most.
async Task AnswerAsync(ConversationBuilder turn)
{
    for (int round = 0; round < 5; round++)
    {
        Console.Write("model: ");
        ConverseResponse reply = await bedrock.ConverseStreamAsync(model, turn.Build()).ForEachAsync(e => Console.Write(e.Text));
        Console.WriteLine();
        turn.Assistant(reply);
        if (reply.ToolCalls.Count == 0)
        {
            turns.Add((reply.Text, round > 0));
            Console.WriteLine(
                reply.Usage is { InputTokens: { } read, OutputTokens: { } written } ? $"({read} tokens in, {written} out)" : "(scripted: no model, no tokens)");
            return;
        }

        foreach (ToolUseBlock call in reply.ToolCalls)
        {
            ToolResultBlock result = call.Name == dice.Name ? await dice.RunAsync(call) : ToolResultBlock.Failed(call, "There is no such tool.");
            Console.WriteLine($"(the model calls {call.Name} with {call.Input}: {BedrockJson.Serialize(result.Content[0])})");
            turn.ToolResults(result);
        }
    }
}

internal sealed record Dice([property: Description("How many sides the dice has.")] int Sides);

internal sealed record Rolled(int Number);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dice))]
[JsonSerializable(typeof(Rolled))]
internal sealed partial class ChatJson : JsonSerializerContext;
