using System.Globalization;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Converse;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Drawn contents, cut into a stream at drawn places: the chat client gives the message that it gives for the call.</summary>
public sealed class DrawnChatStreamTests
{
    private const int Draws = 10_000;

    // The mark that keeps updates of two blocks of reasoning apart where neither is signed.
    private const string Unsigned = "unsigned:";
    private const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    [Fact]
    public async Task Stream_DrawnContentsCutAnywhere_IsTheMessageOfTheCall()
    {
        List<string> faults = [];
        List<ChatMessage> question = [new(ChatRole.User, "Hi")];
        for (int seed = 0; seed < Draws && faults.Count < 5; seed++)
        {
            var random = new Random(seed);
            List<ContentBlock> content = DrawnContent.Draw(random);
            var response = new ConverseResponse
            {
                Output = new Message { Role = ConversationRole.Assistant, Content = content },
                StopReason = StopReason.ToolUse,
            };
            byte[][] frames = [.. DrawnContent.Frames(random, content)];
            using BedrockClient client = TestClient.Over(new ScriptedHandler(
                _ => Answers.Json(BedrockJson.Serialize(response)),
                _ => Answers.Stream(frames)));
            using IChatClient chat = client.AsIChatClient(Model);

            ChatResponse called = await chat.GetResponseAsync(question);
            ChatResponse streamed = await chat.GetStreamingResponseAsync(question).ToChatResponseAsync();

            string expected = Text(called);
            string actual = Text(streamed);
            if (expected != actual)
            {
                faults.Add($"{seed}: call {expected}, stream {actual}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    // Updates do not say where a text ends, and citations come behind their text: neighbours are joined, with the titles of their sources.
    private static string Text(ChatResponse response)
    {
        var text = new StringBuilder($"{response.Messages.Count} {response.FinishReason}");
        List<string?> titles = [];
        bool isText = false;
        foreach (AIContent content in response.Messages.SelectMany(message => message.Contents))
        {
            if (content is Microsoft.Extensions.AI.TextContent piece)
            {
                text.Append(isText ? string.Empty : " text ").Append(piece.Text);
                titles.AddRange((piece.Annotations ?? []).OfType<CitationAnnotation>().Select(citation => citation.Title));
                isText = true;
                continue;
            }

            isText = false;
            text.Append(CultureInfo.InvariantCulture, $" [{string.Join(',', titles)}] ").Append(content switch
            {
                TextReasoningContent thought => $"thought {thought.Text} {(thought.ProtectedData == Unsigned ? null : thought.ProtectedData)}",
                FunctionCallContent call => $"call {call.CallId} {call.Name} {call.InformationalOnly} {JsonSerializer.Serialize(call.Arguments)}",
                _ => content.GetType().Name,
            });
            titles.Clear();
        }

        return text.Append(CultureInfo.InvariantCulture, $" [{string.Join(',', titles)}]").ToString();
    }
}
