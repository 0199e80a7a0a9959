using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Guardrails;

public class GuardrailSummaryTests
{
    [Fact]
    public void ForApplyGuardrail_Intervened_TellsPoliciesDirectionAndGuardrail()
    {
        GuardrailSummary summary = Applied(GuardrailFixtures.Applied, GuardrailContentSource.Output);

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.True(summary.Intervened);
        Assert.Equal([GuardrailDirection.Output], summary.Directions);
        Assert.Equal(
            [GuardrailPolicyKind.Topic, GuardrailPolicyKind.Content, GuardrailPolicyKind.Word, GuardrailPolicyKind.SensitiveInformation,
                GuardrailPolicyKind.AutomatedReasoning],
            summary.Policies);
        Assert.All(summary.Findings, f => Assert.Equal("gr1", f.GuardrailId));
        Assert.Empty(summary.UnknownAssessments);
        Assert.Equal(10, summary.UnguardedTextCharacters);
        Assert.Equal(2, summary.UnguardedImages);
        Assert.Equal("1 valid, 1 invalid, 1 satisfiable, 1 impossible, 1 translationAmbiguous, 1 tooComplex, 1 noTranslations", summary.Reasoning.ToString());
    }

    [Theory]
    [InlineData("""{"invalid":{}}""")]
    [InlineData("""{"satisfiable":{}}""")]
    [InlineData("""{"impossible":{}}""")]
    [InlineData("""{"translationAmbiguous":{}}""")]
    [InlineData("""{"tooComplex":{}}""")]
    [InlineData("""{"noTranslations":{}}""")]
    [InlineData("""{"somethingNew":{}}""")]
    [InlineData("""{"valid":{"logicWarning":{"type":"ALWAYS_TRUE"}}}""")]
    [InlineData("""{"valid":{"translation":{"untranslatedClaims":[{"text":"a"}]}}}""")]
    [InlineData("""{"valid":{"translation":{"untranslatedPremises":[{"text":"a"}]}}}""")]
    public void Reasoning_NotPlainlyValid_IsNeverClear(string finding)
    {
        GuardrailSummary summary = Applied($$$"""{"action":"NONE","assessments":[{"automatedReasoningPolicy":{"findings":[{"valid":{}},{{{finding}}}]}}]}""");

        Assert.False(summary.Intervened);
        Assert.Equal(GuardrailVerdict.Detected, summary.Verdict);
        Assert.Equal(2, summary.Reasoning.Total);
        Assert.Equal([GuardrailPolicyKind.AutomatedReasoning], summary.Policies);
    }

    [Fact]
    public void Reasoning_AllValid_IsClear()
    {
        GuardrailSummary summary =
            Applied("""{"action":"NONE","assessments":[{"automatedReasoningPolicy":{"findings":[{"valid":{"translation":{"untranslatedClaims":[]}}}]}}]}""");

        Assert.Equal(GuardrailVerdict.Clear, summary.Verdict);
        Assert.True(summary.Reasoning.IsAllValid);
        Assert.Single(summary.Findings);
        Assert.Empty(summary.Policies);
    }

    [Fact]
    public void Reasoning_UnknownKind_IsCountedAndListed()
    {
        GuardrailSummary summary = Applied("""{"action":"NONE","assessments":[{},{"automatedReasoningPolicy":{"findings":[{"somethingNew":{}}]}}]}""");

        Assert.Equal(1, summary.Reasoning.Unknown);
        Assert.Equal(["assessments[1].automatedReasoningPolicy.findings[0] is of an unknown kind"], summary.UnknownAssessments);
    }

    [Theory]
    [InlineData("""{"action":"NONE","assessments":[{"imagePolicy":{"a":1}}]}""", "assessments[0].imagePolicy is unknown")]
    [InlineData("""{"action":"NONE","assessments":[{"topicPolicy":{"groups":[1]}}]}""", "assessments[0].topicPolicy.groups is unknown")]
    [InlineData("""{"action":"NONE","assessments":[]}""", "assessments is empty")]
    [InlineData("""{"assessments":[{}]}""", "action is missing")]
    [InlineData("""{"action":"POSTPONED","assessments":[{}]}""", "action is unknown")]
    [InlineData("""{"action":"NONE","assessments":[{"contentPolicy":{"filters":[{"type":"HATE","action":"FLAGGED","detected":false}]}}]}""",
        "assessments[0].contentPolicy.filters[0].action is unknown")]
    public void Unknown_Part_IsListedAndNotClear(string json, string listed)
    {
        GuardrailSummary summary = Applied(json);

        Assert.Equal(GuardrailVerdict.Unknown, summary.Verdict);
        Assert.Equal([listed], summary.UnknownAssessments);
    }

    [Theory]
    [InlineData("""{"topicPolicy":{"topics":[{"name":"t","action":"NONE","detected":true}]}}""", true)]
    [InlineData("""{"topicPolicy":{"topics":[{"name":"t","action":"NONE","detected":false}]}}""", false)]
    [InlineData("""{"topicPolicy":{"topics":[{"name":"t","action":"NONE"}]}}""", true)]
    [InlineData("""{"contentPolicy":{"filters":[{"type":"HATE","confidence":"NONE","action":"NONE"}]}}""", false)]
    [InlineData("""{"contentPolicy":{"filters":[{"type":"HATE","confidence":"LOW","action":"NONE"}]}}""", true)]
    [InlineData("""{"contextualGroundingPolicy":{"filters":[{"type":"GROUNDING","score":0.8,"threshold":0.75,"action":"NONE"}]}}""", false)]
    [InlineData("""{"contextualGroundingPolicy":{"filters":[{"type":"GROUNDING","score":0.7,"threshold":0.75,"action":"NONE"}]}}""", true)]
    [InlineData("""{"wordPolicy":{"customWords":[{"match":"w","action":"NONE"}]}}""", true)]
    [InlineData("""{"sensitiveInformationPolicy":{"regexes":[{"name":"r","action":"NONE"}]}}""", true)]
    [InlineData("""{"invocationMetrics":{"guardrailProcessingLatency":3}}""", false)]
    public void Detection_WithoutIntervention_IsDetected(string assessment, bool detected)
    {
        GuardrailSummary summary = Applied($$$"""{"action":"NONE","assessments":[{{{assessment}}}]}""");

        Assert.False(summary.Intervened);
        Assert.Equal(detected ? GuardrailVerdict.Detected : GuardrailVerdict.Clear, summary.Verdict);
    }

    [Fact]
    public void ForConverse_Trace_TellsBothDirections()
    {
        var trace = BedrockJson.Deserialize<GuardrailTraceAssessment>("""
            {"inputAssessment":{"g":{"wordPolicy":{"customWords":[{"match":"w","action":"NONE","detected":true}]}}},
             "outputAssessments":{"g":[{"sensitiveInformationPolicy":{"piiEntities":[{"match":"Kai","type":"NAME","action":"ANONYMIZED"}]}}]}}
            """);

        GuardrailSummary summary = GuardrailSummary.ForConverse(trace, intervened: false);

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.Equal([GuardrailDirection.Input, GuardrailDirection.Output], summary.Directions);
        Assert.Equal("NAME", summary.Findings[1].Name);
        Assert.Equal("g", summary.Findings[0].GuardrailId);
    }

    [Theory]
    [InlineData(null, "trace.guardrail is missing")]
    [InlineData("{}", "trace.guardrail has no assessment")]
    [InlineData("""{"inputAssessment":{"g":{}},"toolAssessments":{}}""", "trace.guardrail.toolAssessments is unknown")]
    public void ForConverse_NothingToJudge_IsUnknown(string? json, string listed)
    {
        GuardrailSummary summary =
            GuardrailSummary.ForConverse(json is null ? null : BedrockJson.Deserialize<GuardrailTraceAssessment>(json), intervened: false);

        Assert.Equal(GuardrailVerdict.Unknown, summary.Verdict);
        Assert.Equal([listed], summary.UnknownAssessments);
    }

    [Fact]
    public void ForConverse_StopReasonWithoutTrace_IsIntervened() =>
        Assert.Equal(GuardrailVerdict.Intervened, GuardrailSummary.ForConverse(null, intervened: true).Verdict);

    [Fact]
    public void ForInvokeModel_Trace_TellsWhatActed()
    {
        var response = BedrockJson.Deserialize<TitanTextResponse>("""
            {"inputTextTokenCount":13.0,"results":[],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{"guardrail":{"modelOutput":["x"],
              "input":{"g":{"topicPolicy":{"topics":[{"name":"t","type":"DENY","action":"BLOCKED"}]}}},
              "outputs":[{"g":{"contextualGroundingPolicy":{"filters":[{"type":"RELEVANCE","threshold":0.7,"score":0.1,"action":"BLOCKED"}]}}}]}}}
            """);

        GuardrailSummary summary = GuardrailSummary.ForInvokeModel(response);

        Assert.Equal(GuardrailVerdict.Intervened, summary.Verdict);
        Assert.Equal([GuardrailPolicyKind.Topic, GuardrailPolicyKind.ContextualGrounding], summary.Policies);
        Assert.Equal([GuardrailDirection.Input, GuardrailDirection.Output], summary.Directions);
        Assert.Empty(summary.UnknownAssessments);
    }

    [Theory]
    [InlineData("""{"results":[]}""", GuardrailVerdict.Unknown)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"NONE"}""", GuardrailVerdict.Unknown)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{"input":{"g":{}}}}}""", GuardrailVerdict.Clear)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{"input":[]}}}""", GuardrailVerdict.Unknown)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":null}}""", GuardrailVerdict.Unknown)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":7}""", GuardrailVerdict.Unknown)]
    [InlineData("""{"results":[],"amazon-bedrock-guardrailAction":"INTERVENED"}""", GuardrailVerdict.Intervened)]
    public void ForInvokeModel_ActionAlone_IsNotClear(string json, GuardrailVerdict verdict)
    {
        GuardrailSummary summary = GuardrailSummary.ForInvokeModel(BedrockJson.Deserialize<TitanTextResponse>(json));

        Assert.Equal(verdict, summary.Verdict);
        Assert.Equal(verdict == GuardrailVerdict.Clear, summary.UnknownAssessments.Count == 0);
    }

    [Fact]
    public void InvokeTrace_Malformed_DoesNotQuoteTheContent()
    {
        JsonElement trace = JsonElement.Parse("""{"guardrail":{"modelOutput":[{"secret":"Kai"}]}}""");

        JsonException e = Assert.Throws<JsonException>(() => GuardrailInvokeTrace.Read(trace));

        Assert.DoesNotContain("Kai", e.ToString(), StringComparison.Ordinal);
        Assert.Equal("$.modelOutput[0]", e.Path);
    }

    [Fact]
    public void ToString_Summary_HasNoContent()
    {
        string text = Applied(GuardrailFixtures.Applied).ToString();

        Assert.StartsWith("Intervened; policies: Topic, Content, Word, SensitiveInformation, AutomatedReasoning; directions: Input;", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Kai", text, StringComparison.Ordinal);
        Assert.DoesNotContain("grog", text, StringComparison.Ordinal);
    }

    private static GuardrailSummary Applied(string json, GuardrailContentSource? source = null) =>
        GuardrailSummary.ForApplyGuardrail(BedrockJson.Deserialize<ApplyGuardrailResponse>(json), source ?? GuardrailContentSource.Input);

    [Theory]
    [InlineData("ANONYMIZED", "ANONYMIZED", true)]
    [InlineData("ANONYMIZED", "BLOCKED", false)]
    [InlineData("NONE", "NONE", false)]
    public void IsMaskedOnly_Actions_TellMaskedFromBlocked(string first, string second, bool expected)
    {
        var response = BedrockJson.Deserialize<ApplyGuardrailResponse>(
            $$$"""{"action":"{{{(first == "NONE" ? "NONE" : "GUARDRAIL_INTERVENED")}}}","outputs":[],"usage":{},"assessments":[{"sensitiveInformationPolicy":{"piiEntities":[{"match":"a","type":"NAME","action":"{{{first}}}"},{"match":"b","type":"EMAIL","action":"{{{second}}}"}],"regexes":[]}}]}""");

        Assert.Equal(expected, GuardrailSummary.ForApplyGuardrail(response, GuardrailContentSource.Output).IsMaskedOnly);
    }
}
