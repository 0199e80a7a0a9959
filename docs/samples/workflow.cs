#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Workflow automation: complaints are settled by tools. Payments above a limit wait for a person; what was asked, decided and done stands in an audit log
// whose lines are chained by their hashes, so that a line that was changed or taken out shows.
//   dotnet run docs/samples/workflow.cs               against the embedded server; a rule stands in for the person: yes up to 200 crowns
//   dotnet run docs/samples/workflow.cs -- --ask      asks you at the console
//   dotnet run docs/samples/workflow.cs -- --aws      against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/workflow.cs -- --break    pays without asking anybody, so that the check fails (exit code 2)
// On the embedded server a script stands in for the model: it looks the order up, pays what it cost, and says so. Whether a real model
// chooses the right tools can only be seen with --aws; what it may do is held by the code, whatever it chooses.
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

const int FreeUpTo = 50;
const int StandInApprovesUpTo = 200;
ModelId model = "us.amazon.nova-pro-v1:0";
var prices = new Dictionary<string, int> { ["A-1"] = 30, ["A-2"] = 120, ["A-3"] = 900 };
var paid = new Dictionary<string, int>();
string log = Path.Combine(Directory.CreateTempSubdirectory("workflow-").FullName, "audit.jsonl");

bool broken = args.Contains("--break");
await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

RunnableTool find = RunnableTool.Create("find_order", "What an order cost, in crowns.", FlowJson.Default.OrderNumber, FlowJson.Default.Order,
    (input, _) => Task.FromResult(new Order(input.Order, prices[input.Order])));
RunnableTool pay = RunnableTool.Create("pay_back", "Pays money back to the customer.", FlowJson.Default.Payment, FlowJson.Default.Payment,
    (input, _) => paid.TryAdd(input.Order, input.Crowns) ? Task.FromResult(input) : throw new InvalidOperationException("Paid already."));

server?.WhenConverse(model).Reply(StandIn);
foreach (string order in prices.Keys)
{
    ConverseRequest request = ConverseRequest.For($"Order {order} arrived broken. I want my money back.", maxTokens: 500);
    request.System = ["You settle complaints: find the order, pay back what it cost, say in one sentence what was done. Never promise what a tool refused."];
    ToolLoopResult result = await bedrock.ConverseWithToolsAsync(
        model, request, [Audited(order, find, _ => null), Audited(order, pay, NeedsPerson)], new ToolLoopOptions { MaxRounds = 4, RunInParallel = false });
    Console.WriteLine($"{order}: {result.Text}");
}

string[] faults = [.. Faults(await File.ReadAllLinesAsync(log))];
Console.WriteLine($"audit log: {log}");
if (server is not null)
{
    Console.WriteLine("(scripted: a script chose the tools; no model was at work)");
}

if (faults.Length > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine($"quality: {paid.Count} of {prices.Count} paid, each as the log allows; the chain of the log holds");
return 0;

// The payment that a person must allow; null where nobody is asked.
Payment? NeedsPerson(JsonElement input) => !broken && input.Deserialize(FlowJson.Default.Payment) is { Crowns: > FreeUpTo } payment ? payment : null;

bool Approve(Payment payment)
{
    if (!args.Contains("--ask"))
    {
        return payment.Crowns <= StandInApprovesUpTo;
    }

    Console.Write($"Pay {payment.Crowns} crowns for {payment.Order}? (y/n) ");
    return Console.ReadLine()?.Trim() is "y" or "yes";
}

// The tool as the model sees it. Nothing runs before the log has it.
RunnableTool Audited(string complaint, RunnableTool tool, Func<JsonElement, Payment?> needsPerson) => new(tool.Specification, async (call, cancellationToken) =>
{
    Payment? payment = needsPerson(call.Input);
    string decision = payment is null ? "free" : Approve(payment) ? "approved" : "refused";
    Write(complaint, tool.Name, call.Input, decision);
    if (decision == "refused")
    {
        return ToolResultBlock.Failed(call, "A person refused this. Tell the customer that somebody will write.");
    }

    ToolResultBlock result = await tool.RunAsync(call, cancellationToken);
    Write(complaint, tool.Name, call.Input, "done");
    return result;
});

void Write(string complaint, string tool, JsonElement input, string what)
{
    string previous = File.Exists(log) ? Hash(File.ReadAllLines(log)[^1]) : string.Empty;
    File.AppendAllText(log, JsonSerializer.Serialize(new Entry(DateTimeOffset.UtcNow, complaint, tool, input, what, previous), FlowJson.Default.Entry) + "\n");
}

// What an auditor asks, from the log and the payments alone.
IEnumerable<string> Faults(string[] lines)
{
    Entry[] entries = [.. lines.Select(line => JsonSerializer.Deserialize(line, FlowJson.Default.Entry)!)];
    for (int i = 0; i < entries.Length; i++)
    {
        if (entries[i].Previous != (i == 0 ? string.Empty : Hash(lines[i - 1])))
        {
            yield return $"line {i + 1} of the audit log does not follow from the one before";
        }
    }

    foreach ((string order, int crowns) in paid)
    {
        string[] said = [.. entries.Where(entry => entry.Complaint == order && entry.Tool == pay.Name).Select(entry => entry.What)];
        if (!said.Contains("done"))
        {
            yield return $"{order}: a payment that the log does not have";
        }

        if (crowns > FreeUpTo && !said.Contains("approved"))
        {
            yield return $"{order}: {crowns} crowns paid without an approval";
        }

        if (crowns != prices[order])
        {
            yield return $"{order}: {crowns} crowns paid, {prices[order]} owed";
        }
    }

    if (!paid.ContainsKey("A-1"))
    {
        yield return "A-1: a small payment that needs nobody was not made";
    }
}

static string Hash(string line) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..16];

// Which step is next is seen from the request alone: the answers of tools that are in it.
ConverseResponse StandIn(ConverseRequest request)
{
    string order = prices.Keys.First(key => request.Messages[0].Content.OfType<TextBlock>().First().Text!.Contains(key, StringComparison.Ordinal));
    ToolResultBlock[] results =
        [.. request.Messages.SelectMany(message => message.Content).OfType<ToolResultBlockContent>().Select(content => content.ToolResult!)];
    ToolUseBlock? next = results.Length switch
    {
        0 => new() { ToolUseId = "call_1", Name = find.Name, Input = JsonElement.Parse($$"""{"order":"{{order}}"}""") },
        1 => new() { ToolUseId = "call_2", Name = pay.Name, Input = JsonElement.Parse($$"""{"order":"{{order}}","crowns":{{prices[order]}}}""") },
        _ => null,
    };
    string end = results is [_, { Status.Value: "error" }] ? "Somebody will write to you." : "The money is on its way.";
    return next is null
        ? new() { Output = Message.Assistant(end), StopReason = StopReason.EndTurn }
        : new() { Output = Message.Assistant(new ToolUseContent(next)), StopReason = StopReason.ToolUse };
}

internal sealed record OrderNumber([property: Description("Such as A-1.")] string Order);

internal sealed record Order(string Number, int Crowns);

internal sealed record Payment(string Order, int Crowns);

internal sealed record Entry(DateTimeOffset At, string Complaint, string Tool, JsonElement Input, string What, string Previous);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderNumber))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Entry))]
internal sealed partial class FlowJson : JsonSerializerContext;
