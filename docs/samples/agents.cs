#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Agents
#:project ../../src/Bedrock.Toolkit.Testing.Services
#:property PublishAot=false

// An agent with two tools and a knowledge base in Converse's tool loop, a classic agent that returns control, and a call of an agent in AgentCore:
//   dotnet run docs/samples/agents.cs      against the embedded server, no AWS account needed
using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

const string KnowledgeBase = "KB00000001";
const string Runtime = "arn:aws:bedrock-agentcore:us-east-1:000000000000:runtime/harbour-0123456789";

await using BedrockServer server = await BedrockServer.StartAsync();
using BedrockClient bedrock = server.CreateClient();
server.Agents.AddKnowledgeBase(KnowledgeBase, "DS00000001");
server.Agents.AddDocument(KnowledgeBase, "tides", "High tide at the north pier is at 06:10 in March.");
server.Agents.AddDocument(KnowledgeBase, "fees", "A berth costs 20 crowns a night, 12 crowns for boats below six metres.");
server.Agents.WhenAgent("AG12345678", turn => turn.Results.Count == 0
    ? FakeAgentReply.CallFunction("berths", "book", new Dictionary<string, string> { ["boat"] = "Tern" })
    : FakeAgentReply.Say($"Your berth: {turn.Results[0]}."));
server.Agents.WhenRuntime(Runtime, _ => FakeRuntimeAnswer.Stream("The ferry", " leaves at nine."));

// The model chooses among the tools; the simulated one takes the tool that the question names.
var knowledge = new BedrockKnowledgeBase(server.Agents.Runtime, KnowledgeBase);
RunnableTool[] tools =
[
    knowledge.AsTool("harbour_sheets", "What the harbour office wrote down: tides, fees, rules."),
    RunnableTool.Create("free_berths", "How many berths are free on a day.", (string day) => new { day, free = 3 }),
    RunnableTool.Create("convert", "Crowns to euros.", (double crowns) => new { euros = Math.Round(crowns * 0.09, 2) }),
];
foreach (string question in (string[])["Ask harbour_sheets: what does a berth cost?", "Ask free_berths for Sunday."])
{
    ToolLoopResult result = await bedrock.ConverseWithToolsAsync(NovaModels.Lite, new ConverseRequest { Messages = [Message.User(question)] }, tools);
    Console.WriteLine($"agent: {result.Text}");
}

// A classic agent: it returns control, the caller does what it asks for, and it goes on.
InvokeAgentRequest request = new() { AgentId = "AG12345678", AgentAliasId = "AL12345678", SessionId = "session-1", InputText = "Book a berth for the Tern." };
InvokeAgentResponse answer = await server.Agents.Runtime.InvokeAgentAsync(request).ToResponseAsync();
AgentReturnControlEvent control = answer.Completion.OfType<AgentReturnControlEvent>().Single();
FunctionInvocationInput wanted = ((InvocationInputMemberFunctionInvocationInput)control.InvocationInputs![0]).FunctionInvocationInput;
Console.WriteLine($"control: {wanted.Function} for {wanted.Parameters![0].Value}");
request.InputText = null;
request.SessionState = new SessionState
{
    InvocationId = control.InvocationId,
    ReturnControlInvocationResults =
    [
        new InvocationResultMemberFunctionResult
        {
            FunctionResult = new FunctionResult
            {
                ActionGroup = wanted.ActionGroup!,
                Function = wanted.Function,
                ResponseBody = new Dictionary<string, ContentBody> { ["TEXT"] = new() { Body = "number 12, until Sunday" } },
            },
        },
    ],
};
await foreach (InvokeAgentEvent piece in server.Agents.Runtime.InvokeAgentAsync(request))
{
    if (piece is AgentChunkEvent { Bytes: { } bytes })
    {
        Console.WriteLine($"classic: {System.Text.Encoding.UTF8.GetString(bytes.Span)}");
    }
}

// An agent of one's own in an AgentCore runtime, which answers in server-sent events.
Console.Write("runtime: ");
await foreach (AgentRuntimeEvent piece in server.Agents.Core.InvokeAgentRuntimeStreamAsync(new()
{
    AgentRuntimeArn = Runtime,
    Payload = JsonSerializer.SerializeToUtf8Bytes(new { prompt = "When does the ferry leave?" }),
}))
{
    Console.Write(piece.Text);
}

Console.WriteLine();
