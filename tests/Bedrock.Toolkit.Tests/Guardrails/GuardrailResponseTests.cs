using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Guardrails;

public class GuardrailResponseTests
{
    [Fact]
    public void Applied_EveryMember_IsTyped()
    {
        ApplyGuardrailResponse response = WireText.RoundTrip<ApplyGuardrailResponse>(GuardrailFixtures.Applied);

        Assert.Null(response.AdditionalProperties);
        GuardrailAssessment assessment = Assert.Single(response.Assessments);
        Assert.Null(assessment.AdditionalProperties);
        Assert.Equal("smuggling", assessment.TopicPolicy!.Topics![0].Name);
        Assert.Equal(GuardrailContentFilterConfidence.High, assessment.ContentPolicy!.Filters![0].Confidence);
        Assert.Equal("bilge", assessment.WordPolicy!.ManagedWordLists![0].Match);
        Assert.Equal(GuardrailPiiEntityType.Name, assessment.SensitiveInformationPolicy!.PiiEntities![0].Type);
        Assert.Equal(0.98, assessment.ContextualGroundingPolicy!.Filters![0].Score);
        Assert.Equal(267, assessment.InvocationMetrics!.GuardrailProcessingLatency);
        Assert.Equal(9, assessment.InvocationMetrics.Usage!.AutomatedReasoningPolicies);
        Assert.Equal(3, response.GuardrailCoverage!.Images!.Total);
        Assert.Equal([GuardrailOrigin.Request, GuardrailOrigin.AccountEnforced], assessment.AppliedGuardrailDetails!.GuardrailOrigin!);
        Assert.Equal("That cannot be answered here.", response.Outputs[0].Text);
    }

    [Fact]
    public void Findings_AllKinds_AreTyped()
    {
        var policy = WireText.RoundTrip<GuardrailAutomatedReasoningPolicyAssessment>($$"""{"findings":{{GuardrailFixtures.Findings}}}""");

        Assert.Equal(
            ["valid", "invalid", "satisfiable", "impossible", "translationAmbiguous", "tooComplex", "noTranslations"],
            policy.Findings!.Select(f => f.Kind.Value));
        Assert.All(policy.Findings!, f => Assert.IsNotType<GuardrailUnknownFinding>(f));
        var valid = Assert.IsType<GuardrailValidFinding>(policy.Findings![0]);
        Assert.Equal(0.97, valid.Valid.Translation!.Confidence);
        Assert.Equal("abcdefghij12", valid.Valid.SupportingRules![0].Identifier);
        var satisfiable = Assert.IsType<GuardrailSatisfiableFinding>(policy.Findings[2]);
        Assert.Equal("It is winter.", satisfiable.Satisfiable.ClaimsFalseScenario!.Statements![0].NaturalLanguage);
        Assert.Equal(GuardrailAutomatedReasoningLogicWarningType.AlwaysTrue, satisfiable.Satisfiable.LogicWarning!.Type);
        Assert.Single(Assert.IsType<GuardrailTranslationAmbiguousFinding>(policy.Findings[4]).TranslationAmbiguous.Options!);
    }

    [Fact]
    public void Trace_EveryMember_IsTyped()
    {
        GuardrailTraceAssessment trace = WireText.RoundTrip<GuardrailTraceAssessment>(GuardrailFixtures.Trace);

        Assert.Null(trace.AdditionalProperties);
        Assert.Equal("DRAFT", trace.InputAssessment!["gr1"].AppliedGuardrailDetails!.GuardrailVersion);
        Assert.Single(trace.OutputAssessments!["gr1"]);
    }

    [Fact]
    public void Checked_EveryMember_IsTyped()
    {
        InvokeGuardrailChecksResponse response = WireText.RoundTrip<InvokeGuardrailChecksResponse>(GuardrailFixtures.Checked);

        Assert.Null(response.AdditionalProperties);
        Assert.Equal(0.25, response.Results!.ContentFilter!.Results[0].SeverityScore);
        Assert.True(response.Results.SensitiveInformation!.Truncated);
        Assert.Equal(9, response.Results.SensitiveInformation.Results[0].EndOffset);
        Assert.Equal(2, response.Usage!.PromptAttack!.TextUnits);
    }

    [Fact]
    public void Numbers_WithAFractionOrAName_AreRead()
    {
        var metrics = BedrockJson.Deserialize<GuardrailInvocationMetrics>("""{"guardrailProcessingLatency":267.0,"usage":{"topicPolicyUnits":1.0}}""");
        Assert.Equal(267, metrics.GuardrailProcessingLatency);
        Assert.Equal(1, metrics.Usage!.TopicPolicyUnits);

        var entry = WireText.RoundTrip<GuardrailChecksContentFilterResultEntry>("""{"severityScore":"NaN"}""");
        Assert.Equal(double.NaN, entry.SeverityScore);
    }

    [Fact]
    public void Unknown_MembersValuesVariants_Survive()
    {
        var response = WireText.RoundTrip<ApplyGuardrailResponse>("""
            {"action":"POSTPONED","outputs":[{"text":"a","audio":{"b":null}}],"newest":[1,null],
             "assessments":[{"imagePolicy":{"shapes":[{"n":null}]},"topicPolicy":{"topics":[{"name":"t","type":"ALLOW","action":"FLAGGED","weight":0.5}],"more":1},
               "automatedReasoningPolicy":{"findings":[{"undecided":{"why":null}},{"valid":{"supportingRules":[],"proof":"p"},"side":1},"odd"]}}]}
            """, "newest", "imagePolicy", "audio", "undecided");

        GuardrailAssessment assessment = response.Assessments[0];
        Assert.Equal("FLAGGED", assessment.TopicPolicy!.Topics![0].Action!.Value.Value);
        IList<GuardrailAutomatedReasoningFinding> findings = assessment.AutomatedReasoningPolicy!.Findings!;
        Assert.Equal("undecided", Assert.IsType<GuardrailUnknownFinding>(findings[0]).Kind.Value);
        Assert.True(Assert.IsType<GuardrailValidFinding>(findings[1]).AdditionalProperties!.ContainsKey("side"));
        Assert.Equal("", Assert.IsType<GuardrailUnknownFinding>(findings[2]).Kind.Value);
    }

    [Fact]
    public void Empty_Object_GivesEmptyListsAndNulls()
    {
        var response = BedrockJson.Deserialize<ApplyGuardrailResponse>("""{"outputs":null,"action":null}""");

        Assert.Empty(response.Outputs);
        Assert.Empty(response.Assessments);
        Assert.Null(response.Action);
    }

    [Theory]
    [InlineData("""{"assessments":{}}""", "$.assessments")]
    [InlineData("""{"assessments":[{"topicPolicy":[]}]}""", "$.assessments[0].topicPolicy")]
    [InlineData("""{"assessments":[{"wordPolicy":{"customWords":[{"match":7}]}}]}""", "$.assessments[0].wordPolicy.customWords[0].match")]
    [InlineData("""{"action":7}""", "$.action")]
    [InlineData("""{"usage":{"topicPolicyUnits":1.5}}""", "$.usage.topicPolicyUnits")]
    public async Task Malformed_Answer_TellsThePlaceOnly(string body, string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(
            () => client.ApplyGuardrailAsync("gr1", "1", new ApplyGuardrailRequest { Source = "INPUT", Content = ["a"] }));

        Assert.Equal(path, e.JsonPath);
        Assert.Equal("ApplyGuardrail", e.Operation);
    }

    [Fact]
    public void Malformed_MapEntry_TellsItsKey()
    {
        JsonException e = Assert.Throws<JsonException>(() => BedrockJson.Deserialize<GuardrailTraceAssessment>(
            """{"outputAssessments":{"gr 1":[{"topicPolicy":{"topics":1}}]}}"""));

        Assert.Equal("$.outputAssessments['gr 1'][0].topicPolicy.topics", e.Path);
    }
}
