using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Simulation;
using Bedrock.Toolkit.Tests.Conventions;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Drawn answers through all ways back: equal bodies, none that the service refuses, stable through JSON.</summary>
public sealed class DrawnAnswerTests
{
    private const int Quick = 10_000;

    private static readonly string[] Models =
    [
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us.amazon.nova-lite-v1:0", "us.deepseek.r1-v1:0", "us.meta.llama3-3-70b-instruct-v1:0",
            "openai.gpt-oss-120b-1:0", "us.anthropic.claude-opus-5-5",
    ];

    private static readonly string[] Texts = ["Yes.", "\n\n", "", "Über 😀", "x\uFFFD"];
    private static readonly string[] Names = ["weather", "browser.tabs.open", "", "weather<|channel|>commentary", new('n', 70)];
    private static readonly string[] Inputs = ["{}", """{"city":"Rome"}""", "\"{\\\"city\\\":\"", "[1]", "null", "7"];

    private static readonly string[] Ends =
    [
        "end_turn", "tool_use", "max_tokens", "stop_sequence", "guardrail_intervened", "content_filtered", "malformed_model_output", "malformed_tool_use",
            "model_context_window_exceeded", "a_reason_of_tomorrow",
    ];

    [Fact]
    public void WaysBack_DrawnAnswers_GiveOneBodyThatTheServiceTakes()
    {
        List<string> faults = [];
        for (int seed = 0; seed < Quick && faults.Count < 5; seed++)
        {
            var random = new Random(seed);
            string model = Models[random.Next(Models.Length)];
            ModelRules rules = ModelRules.For(model);
            ConverseResponse reply = Draw(random, rules);
            ConverseRequest byList = ConverseRequest.For("Hi");
            Message? turn = byList.Messages.Add(reply, model);
            Message? byBuilder = new ConversationBuilder().ForModel(model).User("Hi").Assistant(reply).Messages.Skip(1).SingleOrDefault();
            if (Json(turn) != Json(byBuilder))
            {
                faults.Add($"{seed}: list {Json(turn)}, builder {Json(byBuilder)}");
            }

            ConverseRequest next = Next(byList, turn);
            string body = BedrockJson.Serialize(next);
            if (BedrockJson.Serialize(BedrockJson.Deserialize<ConverseRequest>(body)) != body)
            {
                faults.Add($"{seed}: {body} changes on its way through JSON");
            }

            try
            {
                ConverseRequestCheck.For(rules).Check(next);
                ConverseRefusals.Check(next, rules);
            }
            catch (Exception e) when (e is ArgumentException or ServiceFailure)
            {
                faults.Add($"{seed} ({model}): {e.Message} {body}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public async Task ToolLoop_DrawnAnswers_GoBackAsByTheListAndRunOnlyWhatMayRun()
    {
        List<string> faults = [];
        int ran = 0;
        RunnableTool weather = new(
            new ToolSpecification { Name = "weather", InputSchema = new JsonToolInputSchema(JsonElement.Parse("""{"type":"object"}""")) },
            (call, _) => Task.FromResult(ToolResultBlock.For(call, $"sunny {Interlocked.Increment(ref ran)}")));
        for (int seed = 0; seed < Quick && faults.Count < 5; seed++)
        {
            var random = new Random(seed);
            string model = Models[random.Next(Models.Length)];
            ModelRules rules = ModelRules.For(model);
            ConverseResponse reply = Draw(random, rules);
            Message? turn = ((IList<Message>)[]).Add(reply, model);
            bool goesOn = reply.ToolCalls.Any(call => call.StateIn(reply.StopReason) is ToolCallState.Runnable or ToolCallState.NoObject);
            using var fake = new FakeBedrock();
            var script = fake.WhenConverse(model).Reply(reply);
            if (goesOn)
            {
                script.Reply(new ConverseResponse { Output = Message.Assistant("Done."), StopReason = StopReason.EndTurn });
            }

            ran = 0;
            try
            {
                ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(model, ConverseRequest.For("Hi"), rules.TakesTools ? [weather] : []);

                Message? back = result.Conversation.Messages.FirstOrDefault(message => message.Role == ConversationRole.Assistant);
                if (Json(turn) != Json(back))
                {
                    faults.Add($"{seed}: list {Json(turn)}, loop {Json(back)}");
                }
            }
            catch (Exception e) when (e is ArgumentException or BedrockException)
            {
                faults.Add($"{seed} ({model}): {e.Message}");
            }

            int runnable = reply.RunnableToolCalls.Count(call => call.Name == "weather");
            if (ran != runnable)
            {
                faults.Add($"{seed}: {ran} calls ran, not {runnable}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public async Task ChatClient_DrawnAnswers_GoBackAsByTheListAndAreNotRun()
    {
        List<string> faults = [];
        for (int seed = 0; seed < Quick && faults.Count < 5; seed++)
        {
            var random = new Random(seed);
            string model = Models[random.Next(Models.Length)];
            ConverseResponse reply = Draw(random, ModelRules.For(model));
            IList<Message> byList = [];
            Message? turn = byList.Add(reply, model);
            bool isStream = seed % 2 == 1;
            using var fake = new FakeBedrock();
            var script = fake.WhenConverse(model);
            _ = isStream ? script.Stream([.. reply.ToStreamEvents()]) : (object)script.Reply(reply);
            using IChatClient chat = fake.Client.AsIChatClient(model);
            List<ChatMessage> history = [new(ChatRole.User, "Hi")];
            ChatResponse response = isStream ? await chat.GetStreamingResponseAsync(history).ToChatResponseAsync() : await chat.GetResponseAsync(history);
            history.AddMessages(response);
            history.Add(new ChatMessage(ChatRole.User, "And?"));
            using var second = new FakeBedrock();
            using IChatClient next = second.Client.AsIChatClient(model);
            await next.GetResponseAsync(history);

            Message? sent = second.ConverseRequests(model)[0].Messages.Skip(1).FirstOrDefault(message => message.Role == ConversationRole.Assistant);
            if ((isStream ? Joined(sent) : Json(sent)) != (isStream ? Joined(turn) : Json(turn)))
            {
                faults.Add($"{seed}, stream {isStream}: list {Json(turn)}, chat client {Json(sent)}");
            }

            int runnable = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Count(call => !call.InformationalOnly);
            if (runnable != reply.RunnableToolCalls.Count)
            {
                faults.Add($"{seed}, stream {isStream}: {runnable} calls would run, not {reply.RunnableToolCalls.Count}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    private static string Json(Message? message) => message is null ? "nothing" : BedrockJson.Serialize(message);

    // The pieces of a stream do not say where a text ends: Microsoft.Extensions.AI joins neighbours.
    private static string Joined(Message? message)
    {
        if (message is null)
        {
            return "nothing";
        }

        List<ContentBlock> blocks = [];
        foreach (ContentBlock block in message.Clone().Content)
        {
            if (block is Wire.TextBlock text && blocks is [.., Wire.TextBlock last])
            {
                last.Text += text.Text;
            }
            else
            {
                blocks.Add(block);
            }
        }

        return Json(new Message { Role = message.Role, Content = blocks }).Replace("\\n", string.Empty, StringComparison.Ordinal);
    }

    private static ConverseRequest Next(ConverseRequest request, Message? turn)
    {
        if (turn is null)
        {
            return request;
        }

        List<ContentBlock> user = [.. turn.ToolCalls.Select(call => new Wire.ToolResultBlockContent(ToolResultBlock.For(call, "sunny"))), "And?"];
        request.Messages.Add(new Message { Role = ConversationRole.User, Content = user });
        if (turn.ToolCalls.Count > 0)
        {
            request.ToolConfig = new ToolConfiguration { Tools = [Wire.Tool.Create("weather", null, JsonElement.Parse("""{"type":"object"}"""))] };
        }

        return request;
    }

    private static ConverseResponse Draw(Random random, ModelRules rules)
    {
        List<ContentBlock> content = [];
        int count = random.Next(4);
        for (int i = 0; i < count; i++)
        {
            switch (random.Next(rules.TakesTools ? 7 : 6))
            {
                case 1:
                    content.Add(new RedactedReasoningContent(Encoding.UTF8.GetBytes($"hidden {i}")));
                    break;
                case 2:
                    content.Add(new CitationsContentBlock
                    {
                        Content = [new CitationGeneratedText(Texts[random.Next(Texts.Length)])],
                        Citations = [new Citation { Title = "Book", SourceContent = [new CitationSourceText("so it is")] }],
                    });
                    break;
                case 3:
                    content.Add(JsonSerializer.Deserialize<ContentBlock>($$$"""{"blockOfTomorrow":{"n":{{{i}}}}}""", BedrockJson.Options)!);
                    break;
                case 0:
                    content.Add(new ReasoningTextBlock { Text = "Hm.", Signature = random.Next(3) switch { 0 => null, 1 => string.Empty, _ => "c2ln" } });
                    break;
                case 6:
                    content.Add(new ToolUseBlock { ToolUseId = random.Next(2) == 0 ? $"t{i}" : $"call|{i}", Name = Names[random.Next(Names.Length)],
                        Input = JsonElement.Parse(Inputs[random.Next(Inputs.Length)]) });
                    break;
                default:
                    content.Add(Texts[random.Next(Texts.Length)]);
                    break;
            }
        }

        return new ConverseResponse { Output = new Message { Role = ConversationRole.Assistant, Content = content },
            StopReason = new StopReason(Ends[random.Next(Ends.Length)]) };
    }
}
