using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Drawn contents, cut into a stream at drawn places: it folds into the message that the call gives.</summary>
public sealed class DrawnStreamTests
{
    private const int Draws = 10_000;

    [Fact]
    public void Fold_DrawnContentsCutAnywhere_IsTheMessageOfTheCall()
    {
        List<string> faults = [];
        for (int seed = 0; seed < Draws && faults.Count < 5; seed++)
        {
            var random = new Random(seed);
            List<ContentBlock> content = DrawnContent.Draw(random);
            var called = new ConverseResponse
            {
                Output = new Message { Role = ConversationRole.Assistant, Content = content },
                StopReason = StopReason.ToolUse,
            };

            ConverseResponse streamed = ConverseTestData.Fold([.. DrawnContent.Events(random, content)]);

            string expected = BedrockJson.Serialize(called);
            string actual = BedrockJson.Serialize(streamed);
            if (expected != actual)
            {
                faults.Add($"{seed}: call {expected}, stream {actual}");
            }

            if (!called.RunnableToolCalls.Select(call => call.ToolUseId).SequenceEqual(streamed.RunnableToolCalls.Select(call => call.ToolUseId)))
            {
                faults.Add($"{seed}: other calls may be run");
            }
        }

        ConventionFaults.AssertNone(faults);
    }
}
