using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Guardrails;

/// <summary>Guardrail traces of real calls that others recorded.</summary>
public class GuardrailRecordedTests
{
    [SharedFact]
    public async Task InvokeStream_BlockedTopic_IsIntervenedInTheInput()
    {
        TitanTextResponse response = await ReplayAsync("openllmetry--guardrail-invoke-stream");

        GuardrailSummary summary = GuardrailSummary.ForInvokeModel(response);

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.Equal([GuardrailPolicyKind.Topic], summary.Policies);
        Assert.Equal([GuardrailDirection.Input], summary.Directions);
        Assert.Equal("topic-1", Assert.Single(summary.Findings).Name);
        Assert.Empty(summary.UnknownAssessments);
        Assert.Equal("Guardrail blocked.", GuardrailInvokeTrace.Read(response.GuardrailTrace)!.ActionReason);
    }

    [SharedFact]
    public async Task InvokeStream_MaskedNumber_IsIntervenedInTheOutput()
    {
        TitanTextResponse response = await ReplayAsync("openllmetry--titan-invoke-stream-guardrail");

        GuardrailSummary summary = GuardrailSummary.ForInvokeModel(response);

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.Equal([GuardrailPolicyKind.SensitiveInformation], summary.Policies);
        Assert.Equal([GuardrailDirection.Output], summary.Directions);
        Assert.Equal("Account Number", Assert.Single(summary.Findings).Name);
        Assert.Empty(summary.UnknownAssessments);
        Assert.DoesNotContain("1234561666", summary.ToString(), StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task ConverseStream_MaskedPlaces_IsIntervenedInTheOutput()
    {
        ConverseResponse response = await ReplayConverseAsync("openllmetry--titan-converse-stream-guardrail");

        GuardrailSummary summary = response.SummariseGuardrail();

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.Equal([GuardrailPolicyKind.SensitiveInformation], summary.Policies);
        Assert.Equal([GuardrailDirection.Output], summary.Directions);
        Assert.Equal(5, summary.Findings.Count);
        Assert.Equal(2, summary.Findings.Count(f => f is { Policy: GuardrailPolicyKind.ContextualGrounding, IsDetected: false }));
        Assert.Equal(70, summary.UnguardedTextCharacters);
        Assert.Empty(summary.UnknownAssessments);
    }

    [SharedFact]
    public void Traces_OfAllRecordings_RoundTrip()
    {
        int found = 0;
        foreach (string file in Directory.GetFiles(SharedFolder.PathTo("vectors", "recorded"), "*.json"))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            found += Check(document.RootElement);
        }

        Assert.Equal(9, found);
    }

    private static int Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().Sum(Check);
            case JsonValueKind.Object:
                bool isTrace = element.TryGetProperty("guardrail", out JsonElement guardrail) && guardrail.ValueKind == JsonValueKind.Object;
                if (isTrace && (guardrail.TryGetProperty("inputAssessment", out _) || guardrail.TryGetProperty("outputAssessments", out _)))
                {
                    Assert.Null(WireText.RoundTrip<GuardrailTraceAssessment>(guardrail.GetRawText()).AdditionalProperties);
                    return 1;
                }

                if (isTrace)
                {
                    Assert.Null(WireText.RoundTrip<GuardrailInvokeTrace>(guardrail.GetRawText()).AdditionalProperties);
                    return 1;
                }

                return element.EnumerateObject().Sum(member => Check(member.Value));
            default:
                return 0;
        }
    }

    private static async Task<TitanTextResponse> ReplayAsync(string name)
    {
        using BedrockClient client = Replay(name);
        return await client.StreamAsync(TitanModels.TextExpress, TitanTextRequest.For("a")).ToResponseAsync();
    }

    private static async Task<ConverseResponse> ReplayConverseAsync(string name)
    {
        using BedrockClient client = Replay(name);
        return await client.ConverseStreamAsync("amazon.titan-text-express-v1", ConverseRequest.For("a")).ToResponseAsync();
    }

    private static BedrockClient Replay(string name)
    {
        byte[] body = File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", name + ".bin"));
        return TestClient.Over(new ScriptedHandler(_ => Answers.Stream(new MemoryStream(body))));
    }
}
