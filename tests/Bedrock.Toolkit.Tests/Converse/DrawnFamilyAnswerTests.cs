using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Drawn answers through the builders of the families: the same turn as Converse gives, and one that the family's check takes.</summary>
public sealed class DrawnFamilyAnswerTests
{
    private const int Draws = 10_000;

    private static readonly string[] Texts = ["Yes.", "\n\n", "", "Über 😀"];
    private static readonly string[] Names = ["weather", "browser.tabs.open", "", "weather<|channel|>commentary", new('n', 70)];
    private static readonly string[] Inputs = ["{}", """{"city":"Rome"}""", "\"{\\\"city\\\":\"", "[1]", "null", "7"];

    [Fact]
    public void ClaudeBuilder_DrawnAnswers_GoBackAsByConverse() => Check(
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        hasReasoning: true,
        blocks =>
        {
            var reply = new ClaudeResponse
            {
                Content = [.. blocks.Select(block => (ClaudeContentBlock)(block switch
                {
                    ToolUseContent { ToolUse: { } use } => new ClaudeToolUseBlock { Id = use.ToolUseId, Name = use.Name, Input = use.Input },
                    ReasoningContent { Reasoning: ReasoningTextContent { ReasoningText: { } text } } =>
                        new ClaudeThinkingBlock { Thinking = text.Text ?? "", Signature = text.Signature },
                    _ => new ClaudeTextBlock(((TextBlock)block).Text),
                }))],
            };
            ClaudeRequestBuilder builder = new ClaudeRequestBuilder().MaxTokens(100).User("Hi").Assistant(reply);
            foreach (ClaudeToolUseBlock use in reply.Content.OfType<ClaudeToolUseBlock>())
            {
                builder.ToolResult(use.Id, "sunny");
            }

            ClaudeRequest request = builder.User("And?").Build();
            ClaudeModels.Sonnet45.CheckRequest!(request);
            Assert.Equal(Ids(request.Messages[^1].Content.OfType<ClaudeToolResultBlock>().Select(result => result.ToolUseId)),
                Ids(request.Messages.SelectMany(message => message.Content).OfType<ClaudeToolUseBlock>().Select(use => use.Id)));
            return [.. request.Messages.Where(message => message.Role == ClaudeRole.Assistant).SelectMany(message => message.Content)
                .Select(block => block switch
            {
                ClaudeToolUseBlock use => $"call {use.Id} {use.Name} {use.Input.GetRawText()}",
                ClaudeThinkingBlock thinking => $"thought {thinking.Thinking} {thinking.Signature}",
                _ => $"text {((ClaudeTextBlock)block).Text}",
            })];
        });

    [Fact]
    public void NovaBuilder_DrawnAnswers_GoBackAsByConverse() => Check(
        "us.amazon.nova-lite-v1:0",
        hasReasoning: false,
        blocks =>
        {
            var reply = new NovaResponse
            {
                Output = new NovaOutput
                {
                    Message = new NovaOutputMessage
                    {
                        Role = NovaRole.Assistant,
                        Content = [.. blocks.Select(
                            block => (NovaContentBlock)(block is ToolUseContent { ToolUse: { } use } ? new NovaToolUseBlock(use.ToolUseId, use.Name, use.Input)
                            : new NovaTextBlock(((TextBlock)block).Text)))],
                    },
                },
            };
            NovaRequestBuilder builder = new NovaRequestBuilder().User("Hi").Assistant(reply);
            foreach (ToolUseContent call in blocks.OfType<ToolUseContent>())
            {
                builder.ToolResult(call.ToolUse!.ToolUseId, "sunny");
            }

            NovaRequest request = builder.User("And?").Build();
            NovaModels.Lite.CheckRequest!(request);
            Assert.Equal(Ids(request.Messages[^1].Content.OfType<NovaToolResultBlock>().Select(result => result.ToolResult!.ToolUseId)),
                Ids(request.Messages.SelectMany(message => message.Content).OfType<NovaToolUseBlock>().Select(use => use.ToolUse!.ToolUseId)));
            return [.. request.Messages.Where(message => message.Role == NovaRole.Assistant).SelectMany(message => message.Content)
                .Select(block => block is NovaToolUseBlock { ToolUse: { } use }
                ? $"call {use.ToolUseId} {use.Name} {use.Input.GetRawText()}" : $"text {((NovaTextBlock)block).Text}")];
        });

    [Fact]
    public void ChatCompletionsBuilder_DrawnAnswers_GoBackAsByConverse() => Check(
        "qwen.qwen3-32b-v1:0",
        hasReasoning: false,
        blocks =>
        {
            var calls = blocks.OfType<ToolUseContent>().Select(block => block.ToolUse!).ToList();
            string text = string.Concat(blocks.OfType<TextBlock>().Select(block => block.Text));
            var message = new ChatCompletionResponseMessage
            {
                Content = text.Length == 0 ? null : text,
                ToolCalls = [.. calls.Select(
                    use => new ChatCompletionToolCall { Id = use.ToolUseId, Type = "function",
                    Function = new ChatCompletionFunctionCall { Name = use.Name, Arguments = use.Input.ValueKind == JsonValueKind.String ? use.Input.GetString()
                    : use.Input.GetRawText() } })],
            };
            ChatCompletionRequestBuilder builder = new ChatCompletionRequestBuilder().User("Hi")
                .Assistant(new ChatCompletionResponse { Choices = [new ChatCompletionChoice { Message = message }] });
            foreach (ToolUseBlock use in calls)
            {
                builder.ToolResult(use.ToolUseId, "sunny");
            }

            ChatCompletionRequest request = builder.User("And?").Build();
            QwenModels.Qwen3Dense32B.CheckRequest!(request);
            Assert.Equal(Ids(request.Messages.Where(turn => turn.ToolCallId is not null).Select(turn => turn.ToolCallId!)),
                Ids(request.Messages.SelectMany(turn => turn.ToolCalls ?? []).Select(call => call.Id!)));
            return
            [
                .. request.Messages.Where(turn => turn.Role == ChatCompletionRole.Assistant)
                    .SelectMany(turn => (turn.Content is { } content ? [$"text {content.Text}"] : Array.Empty<string>())
                    .Concat((turn.ToolCalls ?? []).Select(call => $"call {call.Id} {call.Name} {call.Function!.Arguments}"))),
            ];
        },
        joinsTexts: true);

    private static string Ids(IEnumerable<string> ids) => string.Join(' ', ids);

    private static void Check(string model, bool hasReasoning, Func<List<ContentBlock>, List<string>> throughFamily, bool joinsTexts = false)
    {
        List<string> faults = [];
        for (int seed = 0; seed < Draws && faults.Count < 5; seed++)
        {
            List<ContentBlock> blocks = Draw(new Random(seed), hasReasoning);
            List<Message> messages = [];
            messages.Add(new ConverseResponse { Output = new Message { Role = ConversationRole.Assistant,
                Content = [.. blocks.Select(block => block.Clone())] } }, model);
            List<string> expected = [.. messages.SelectMany(message => message.Content).Select(block => block switch
            {
                ToolUseContent { ToolUse: { } use } => $"call {use.ToolUseId} {use.Name} {use.Input.GetRawText()}",
                ReasoningContent { Reasoning: ReasoningTextContent { ReasoningText: { } text } } => $"thought {text.Text} {text.Signature}",
                _ => $"text {((TextBlock)block).Text}",
            })];
            try
            {
                List<string> actual = throughFamily(blocks);
                if (joinsTexts)
                {
                    // One text, in front.
                    expected = Joined(expected);
                    actual = Joined(actual);
                }

                if (!expected.SequenceEqual(actual))
                {
                    faults.Add($"{seed}: Converse [{string.Join(" | ", expected)}], family [{string.Join(" | ", actual)}]");
                }
            }
            catch (Exception e) when (e is ArgumentException or Xunit.Sdk.XunitException)
            {
                faults.Add($"{seed}: {e.Message}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    private static List<string> Joined(List<string> parts)
    {
        string text = string.Concat(parts.Where(part => part.StartsWith("text ", StringComparison.Ordinal)).Select(part => part[5..]))
            .Replace("\n", string.Empty, StringComparison.Ordinal);
        return [.. parts.Where(part => !part.StartsWith("text ", StringComparison.Ordinal)), text];
    }

    private static List<ContentBlock> Draw(Random random, bool hasReasoning)
    {
        List<ContentBlock> content = [];
        int count = random.Next(4);
        for (int i = 0; i < count; i++)
        {
            content.Add(random.Next(hasReasoning ? 3 : 2) switch
            {
                0 => Texts[random.Next(Texts.Length)],
                1 => new ToolUseBlock { ToolUseId = random.Next(2) == 0 ? $"t{i}" : $"call|{i}", Name = Names[random.Next(Names.Length)],
                    Input = JsonElement.Parse(Inputs[random.Next(Inputs.Length)]) },
                _ => new ReasoningTextBlock { Text = "Hm.", Signature = random.Next(3) switch { 0 => null, 1 => string.Empty, _ => "c2ln" } },
            });
        }

        return content;
    }
}
