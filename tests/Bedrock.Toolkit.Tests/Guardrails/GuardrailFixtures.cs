namespace Bedrock.Toolkit.Tests.Guardrails;

/// <summary>Answers written after the shapes of the API, with every member.</summary>
internal static class GuardrailFixtures
{
    public const string Usage = """
        {"topicPolicyUnits":1,"contentPolicyUnits":2,"wordPolicyUnits":3,"sensitiveInformationPolicyUnits":4,"sensitiveInformationPolicyFreeUnits":5,
         "contextualGroundingPolicyUnits":6,"contentPolicyImageUnits":7,"automatedReasoningPolicyUnits":8,"automatedReasoningPolicies":9}
        """;

    public const string Coverage = """{"textCharacters":{"guarded":90,"total":100},"images":{"guarded":1,"total":3}}""";

    public const string Translation = """
        {"premises":[{"logic":"(= berth 4)","naturalLanguage":"The boat lies at berth 4."}],
         "claims":[{"logic":"(> fee 0)","naturalLanguage":"A fee is due."}],
         "untranslatedPremises":[{"text":"roughly speaking"}],"untranslatedClaims":[{"text":"and so on"}],"confidence":0.97}
        """;

    public const string Rules =
        """[{"identifier":"abcdefghij12","policyVersionArn":"arn:aws:bedrock:us-east-1:210987654321:automated-reasoning-policy/abcdefghij12:1"}]""";

    public const string Warning = """{"type":"ALWAYS_TRUE","premises":[{"logic":"true"}],"claims":[{"naturalLanguage":"It is so."}]}""";

    public const string Scenario = """{"statements":[{"logic":"(= season winter)","naturalLanguage":"It is winter."}]}""";

    public const string Findings = $$$"""
        [{"valid":{"translation":{{{Translation}}},"claimsTrueScenario":{{{Scenario}}},"supportingRules":{{{Rules}}},"logicWarning":{{{Warning}}}}},
         {"invalid":{"translation":{{{Translation}}},"contradictingRules":{{{Rules}}},"logicWarning":{{{Warning}}}}},
         {"satisfiable":{"translation":{{{Translation}}},"claimsTrueScenario":{{{Scenario}}},"claimsFalseScenario":{{{Scenario}}},"logicWarning":{{{Warning}}}}},
         {"impossible":{"translation":{{{Translation}}},"contradictingRules":{{{Rules}}},"logicWarning":{{{Warning}}}}},
         {"translationAmbiguous":{"options":[{"translations":[{{{Translation}}}]}],"differenceScenarios":[{{{Scenario}}}]}},
         {"tooComplex":{}},
         {"noTranslations":{}}]
        """;

    public const string Assessment = $$$"""
        {"topicPolicy":{"topics":[{"name":"smuggling","type":"DENY","action":"BLOCKED","detected":true}]},
         "contentPolicy":{"filters":[{"type":"INSULTS","confidence":"HIGH","filterStrength":"MEDIUM","action":"BLOCKED","detected":true}]},
         "wordPolicy":{"customWords":[{"match":"grog","action":"NONE","detected":true}],"managedWordLists":[{"match":"bilge","type":"PROFANITY","action":"BLOCKED","detected":true}]},
         "sensitiveInformationPolicy":{"piiEntities":[{"match":"Kai","type":"NAME","action":"ANONYMIZED","detected":true}],
            "regexes":[{"name":"berth","match":"B-17","regex":"B-\\d+","action":"NONE","detected":true}]},
         "contextualGroundingPolicy":{"filters":[{"type":"GROUNDING","threshold":0.75,"score":0.98,"action":"NONE","detected":false}]},
         "automatedReasoningPolicy":{"findings":{{{Findings}}}},
         "invocationMetrics":{"guardrailProcessingLatency":267,"usage":{{{Usage}}},"guardrailCoverage":{{{Coverage}}}},
         "appliedGuardrailDetails":{"guardrailId":"gr1","guardrailVersion":"DRAFT","guardrailArn":"arn:aws:bedrock:us-east-1:210987654321:guardrail/gr1",
            "guardrailOrigin":["REQUEST","ACCOUNT_ENFORCED"],"guardrailOwnership":"SELF"}}
        """;

    public const string Applied = $$$"""
        {"usage":{{{Usage}}},"action":"GUARDRAIL_INTERVENED","actionReason":"Guardrail blocked.","outputs":[{"text":"That cannot be answered here."}],
         "assessments":[{{{Assessment}}}],"guardrailCoverage":{{{Coverage}}}}
        """;

    public const string Trace = $$$"""
        {"modelOutput":["Kai owes 12."],"inputAssessment":{"gr1":{{{Assessment}}}},"outputAssessments":{"gr1":[{{{Assessment}}}]},"actionReason":"Guardrail blocked."}
        """;

    public const string Checked = """
        {"results":{"contentFilter":{"results":[{"category":"HATE","severityScore":0.25}]},
          "promptAttack":{"results":[{"category":"JAILBREAK","severityScore":1.0}]},
          "sensitiveInformation":{"results":[{"type":"EMAIL","confidenceScore":0.5,"beginOffset":3,"endOffset":9,"messageIndex":0,"contentIndex":1}],"truncated":true}},
         "usage":{"contentFilter":{"textUnits":1},"promptAttack":{"textUnits":2},"sensitiveInformation":{"textUnits":3}}}
        """;
}
