using System.Globalization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>An evaluator of Microsoft.Extensions.AI.Evaluation whose judge is a model of Bedrock, asked as Microsoft's own ask: by a system text
/// alone.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [MemberData(nameof(Contracts.ChatClientContractTests.Models), MemberType = typeof(Contracts.ChatClientContractTests))]
    public async Task Judge_AskedBySystemTextAlone_GivesAScore(string model)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(model).Reply(request => new ConverseResponse
        {
            Output = Message.Assistant(request.Messages[0].Text.Contains("blue", StringComparison.Ordinal) ? "5" : "1"),
            StopReason = StopReason.EndTurn,
        });
        var configuration = new ChatConfiguration(fake.Client.AsIChatClient(model));

        EvaluationResult good = await new TruthEvaluator().EvaluateAsync("Why is the sky as it is?", "It is blue.", configuration);
        EvaluationResult bad = await new TruthEvaluator().EvaluateAsync("Why is the sky as it is?", "It is green.", configuration);

        Assert.Equal((5, 1), (good.Get<NumericMetric>(TruthEvaluator.Truth).Value, bad.Get<NumericMetric>(TruthEvaluator.Truth).Value));
    }

    private sealed class TruthEvaluator : IEvaluator
    {
        public const string Truth = "Truth";

        public IReadOnlyCollection<string> EvaluationMetricNames => [Truth];

        public async ValueTask<EvaluationResult> EvaluateAsync(
            IEnumerable<ChatMessage> messages,
            ChatResponse modelResponse,
            ChatConfiguration? chatConfiguration = null,
            IEnumerable<EvaluationContext>? additionalContext = null,
            CancellationToken cancellationToken = default)
        {
            ChatResponse judged = await chatConfiguration!.ChatClient.GetResponseAsync(
                [new ChatMessage(ChatRole.System, $"Judge this answer from 1 to 5: {modelResponse.Text}")],
                new ChatOptions { Temperature = 0, MaxOutputTokens = 16 },
                cancellationToken);
            return new EvaluationResult(new NumericMetric(Truth, double.Parse(judged.Text, CultureInfo.InvariantCulture)));
        }
    }
}
