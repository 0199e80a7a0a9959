using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Guardrails inside Converse, from the request to the summary, whole and streamed.</summary>
public sealed class SimulatedConverseGuardrailTests : IDisposable
{
    private const string Model = "amazon.nova-lite-v1:0";

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData("Is berth 4 free?", GuardrailVerdict.Clear, false)]
    [InlineData("Is berth 4 free?", GuardrailVerdict.Clear, true)]
    [InlineData("Is it frowned upon?", GuardrailVerdict.Detected, false)]
    [InlineData("Is it frowned upon?", GuardrailVerdict.Detected, true)]
    [InlineData("Is it forbidden?", GuardrailVerdict.Intervened, false)]
    [InlineData("Is it forbidden?", GuardrailVerdict.Intervened, true)]
    public async Task Converse_Traced_HasAVerdict(string text, GuardrailVerdict verdict, bool streams)
    {
        ConverseResponse response = await SendAsync(Request(text, GuardrailTrace.Enabled), streams);

        GuardrailSummary summary = response.SummariseGuardrail();
        Assert.Equal(verdict, summary.Verdict);
        Assert.Equal(verdict == GuardrailVerdict.Intervened, response.StopReason == StopReason.GuardrailIntervened);
        Assert.Equal(verdict == GuardrailVerdict.Intervened, response.Text == "The simulated guardrail does not let this pass.");
        Assert.Empty(summary.UnknownAssessments);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Converse_AddressInTheAnswer_IsMasked(bool streams)
    {
        ConverseResponse response = await SendAsync(Request("Write to kai@example.com", GuardrailTrace.Enabled), streams);

        GuardrailSummary summary = response.SummariseGuardrail();
        Assert.Contains("{EMAIL}", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kai@example.com", response.Text, StringComparison.Ordinal);
        Assert.Equal([GuardrailDirection.Input, GuardrailDirection.Output], summary.Directions);
        Assert.Contains("kai@example.com", Assert.Single(response.Trace!.Guardrail!.ModelOutput!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Is berth 4 free?", GuardrailVerdict.Unknown)]
    [InlineData("Is it frowned upon?", GuardrailVerdict.Unknown)]
    [InlineData("Is it forbidden?", GuardrailVerdict.Intervened)]
    public async Task Converse_NotTraced_IsNeverClear(string text, GuardrailVerdict verdict)
    {
        ConverseResponse response = await SendAsync(Request(text, null), streams: false);

        Assert.Null(response.Trace);
        Assert.Equal(verdict, response.SummariseGuardrail().Verdict);
    }

    [Fact]
    public async Task Converse_MarkedContent_IsAllThatIsAssessed()
    {
        ConverseRequest request = Request("This is forbidden, but not marked.", GuardrailTrace.EnabledFull);
        request.Messages[0].Content.Add(
            new GuardContent { Content = new GuardrailConverseText { Text = new GuardrailConverseTextBlock { Text = "Is berth 4 free?" } } });

        GuardrailSummary summary = (await SendAsync(request, streams: false)).SummariseGuardrail();

        Assert.DoesNotContain(summary.Findings, f => f is { Direction: GuardrailDirection.Input, IsDetected: true });
        Assert.Equal("This is forbidden, but not marked.".Length, summary.UnguardedTextCharacters);
        Assert.Contains(summary.Findings, f => f is { Direction: GuardrailDirection.Input, Policy: GuardrailPolicyKind.Topic, IsDetected: false });
    }

    [Fact]
    public async Task Converse_GuardrailOfTheOptions_WorksTheSame()
    {
        ConverseResponse response = await _fake.Client.ConverseAsync(
            Model, ConverseRequest.For("Is it forbidden?"),
                new InvokeOptions { GuardrailId = "gr1", GuardrailVersion = "1", GuardrailTrace = BedrockGuardrailTrace.Enabled });

        Assert.Equal("gr1", response.SummariseGuardrail().Findings[0].GuardrailId);
        Assert.Equal(GuardrailVerdict.Intervened, response.SummariseGuardrail().Verdict);
    }

    [Fact]
    public async Task Converse_ScriptedFindings_AreCounted()
    {
        var trace = BedrockJson.Deserialize<ConverseTrace>("""
            {"guardrail":{"outputAssessments":{"gr1":[{"automatedReasoningPolicy":{"findings":[{"invalid":{}},{"tooComplex":{}},{"brandNew":{}}]},"dancePolicy":{"steps":[]}}]}}}
            """);
        ConverseResponse scripted =
            new() { Output = new Message { Role = ConversationRole.Assistant, Content = ["ok"] }, StopReason = StopReason.EndTurn, Trace = trace };
        _fake.WhenConverse(Model).Reply(scripted).Stream(scripted.ToStreamEvents());
        foreach (bool streams in (bool[])[false, true])
        {
            GuardrailSummary summary = (await SendAsync(ConverseRequest.For("a"), streams)).SummariseGuardrail();

            Assert.False(summary.Intervened);
            Assert.Equal(GuardrailVerdict.Detected, summary.Verdict);
            Assert.Equal("1 invalid, 1 tooComplex, 1 unknown", summary.Reasoning.ToString());
            Assert.Equal(2, summary.UnknownAssessments.Count);
            Assert.Contains("trace.guardrail.outputAssessments.gr1[0].dancePolicy is unknown", summary.UnknownAssessments);
        }
    }

    private static ConverseRequest Request(string text, GuardrailTrace? trace)
    {
        ConverseRequest request = ConverseRequest.For(text);
        request.GuardrailConfig = new GuardrailConfiguration { GuardrailIdentifier = "gr1", GuardrailVersion = "DRAFT", Trace = trace };
        return request;
    }

    private async Task<ConverseResponse> SendAsync(ConverseRequest request, bool streams) => streams
        ? await _fake.Client.ConverseStreamAsync(Model, request).ToResponseAsync()
        : await _fake.Client.ConverseAsync(Model, request);
}
