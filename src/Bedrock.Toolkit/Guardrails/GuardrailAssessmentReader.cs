namespace Bedrock.Toolkit.Guardrails;

/// <summary>Turns one assessment into findings, and notes every part of it that this version does not know.</summary>
internal sealed class GuardrailAssessmentReader(GuardrailFindings found, string path, GuardrailDirection direction, string? guardrailId)
{
    public void Read(GuardrailAssessment assessment)
    {
        found.ReadOthers(path, assessment.AdditionalProperties);
        Read(assessment.TopicPolicy);
        Read(assessment.ContentPolicy);
        Read(assessment.WordPolicy);
        Read(assessment.SensitiveInformationPolicy);
        Read(assessment.ContextualGroundingPolicy);
        Read(assessment.AutomatedReasoningPolicy);
    }

    private void Read(GuardrailTopicPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.topicPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.Topics?.Count; i++)
        {
            GuardrailTopic topic = policy.Topics[i];
            Add(GuardrailPolicyKind.Topic, $"topicPolicy.topics[{i}]", topic.Name, topic.Action?.Value, topic.Detected);
        }
    }

    private void Read(GuardrailContentPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.contentPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.Filters?.Count; i++)
        {
            GuardrailContentFilter filter = policy.Filters[i];
            bool? detected = filter.Detected ?? (filter.Confidence == GuardrailContentFilterConfidence.None ? false : null);
            Add(GuardrailPolicyKind.Content, $"contentPolicy.filters[{i}]", filter.Type?.Value, filter.Action?.Value, detected);
        }
    }

    private void Read(GuardrailWordPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.wordPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.CustomWords?.Count; i++)
        {
            GuardrailCustomWord word = policy.CustomWords[i];
            Add(GuardrailPolicyKind.Word, $"wordPolicy.customWords[{i}]", null, word.Action?.Value, word.Detected);
        }

        for (int i = 0; i < policy?.ManagedWordLists?.Count; i++)
        {
            GuardrailManagedWord word = policy.ManagedWordLists[i];
            Add(GuardrailPolicyKind.Word, $"wordPolicy.managedWordLists[{i}]", word.Type?.Value, word.Action?.Value, word.Detected);
        }
    }

    private void Read(GuardrailSensitiveInformationPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.sensitiveInformationPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.PiiEntities?.Count; i++)
        {
            GuardrailPiiEntityFilter entity = policy.PiiEntities[i];
            Add(GuardrailPolicyKind.SensitiveInformation, $"sensitiveInformationPolicy.piiEntities[{i}]", entity.Type?.Value, entity.Action?.Value,
                entity.Detected);
        }

        for (int i = 0; i < policy?.Regexes?.Count; i++)
        {
            GuardrailRegexFilter regex = policy.Regexes[i];
            Add(GuardrailPolicyKind.SensitiveInformation, $"sensitiveInformationPolicy.regexes[{i}]", regex.Name, regex.Action?.Value, regex.Detected);
        }
    }

    private void Read(GuardrailContextualGroundingPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.contextualGroundingPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.Filters?.Count; i++)
        {
            GuardrailContextualGroundingFilter filter = policy.Filters[i];
            // Scores are told whether or not they are good enough.
            bool? detected = filter.Detected ?? (filter is { Score: { } score, Threshold: { } threshold } ? score < threshold : null);
            Add(GuardrailPolicyKind.ContextualGrounding, $"contextualGroundingPolicy.filters[{i}]", filter.Type?.Value, filter.Action?.Value, detected);
        }
    }

    private void Read(GuardrailAutomatedReasoningPolicyAssessment? policy)
    {
        found.ReadOthers($"{path}.automatedReasoningPolicy", policy?.AdditionalProperties);
        for (int i = 0; i < policy?.Findings?.Count; i++)
        {
            GuardrailAutomatedReasoningFinding finding = policy.Findings[i];
            string place = $"{path}.automatedReasoningPolicy.findings[{i}]";
            if (finding is GuardrailUnknownFinding)
            {
                found.AddUnknown(place, "is of an unknown kind");
            }

            found.ReadOthers(place, finding.AdditionalProperties);
            found.Reasoning.Add(finding);
            found.Findings.Add(new GuardrailFinding(GuardrailPolicyKind.AutomatedReasoning, direction, guardrailId)
            {
                Name = finding.Kind.Value,
                IsDetected = !IsPlainlyValid(finding),
            });
        }
    }

    private static bool IsPlainlyValid(GuardrailAutomatedReasoningFinding finding) =>
        finding is GuardrailValidFinding { Valid: { LogicWarning: null } valid }
        && valid.Translation is not ({ UntranslatedClaims.Count: > 0 } or { UntranslatedPremises.Count: > 0 });

    private void Add(GuardrailPolicyKind policy, string place, string? name, string? action, bool? detected)
    {
        if (action is null && detected is null)
        {
            found.AddUnknown($"{path}.{place}", "says neither what was found nor what was done");
        }
        else if (action is not (null or "NONE" or "BLOCKED" or "ANONYMIZED"))
        {
            found.AddUnknown($"{path}.{place}.action", "is unknown");
        }

        found.Findings.Add(new GuardrailFinding(policy, direction, guardrailId) { Name = name, Action = action, IsDetected = detected ?? true });
    }
}
