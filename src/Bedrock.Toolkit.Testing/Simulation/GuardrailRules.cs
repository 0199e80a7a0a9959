using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The rules of the simulated guardrail, the same for every id and version.</summary>
/// <remarks>
/// Denied topic <c>investment advice</c>: the words <c>buy shares</c>. Content: <c>ignore all previous instructions</c> in the input is a prompt
/// attack. Word list: <c>forbidden</c> blocks, <c>frowned upon</c> is only detected. Personal information: e-mail addresses become
/// <c>{EMAIL}</c>, card numbers of 13 to 16 digits block. Grounding, in the output when the request has a grounding source: the share of the
/// answer's words that the source has, blocked below 0.5; relevance likewise for the query. Automated reasoning, in the output, which only detects:
/// <c>guaranteed</c> is invalid, <c>by the rules</c> is valid.
/// </remarks>
internal sealed class GuardrailRules
{
    private const double Threshold = 0.5;
    private const int CharactersOfAUnit = 1000;

    private readonly bool _isOutput;
    private readonly bool _tellsAll;

    public GuardrailRules(bool isOutput, bool tellsAll)
    {
        _isOutput = isOutput;
        _tellsAll = tellsAll;
    }

    /// <summary>Whether something blocks.</summary>
    public bool Blocks { get; private set; }

    /// <summary>Whether something was replaced.</summary>
    public bool Masks { get; private set; }

    /// <summary>Assesses texts.</summary>
    /// <param name="texts">The texts to be assessed.</param>
    /// <param name="source">The grounding source; null when there is none.</param>
    /// <param name="query">The question; null when there is none.</param>
    public GuardrailAssessment Assess(IReadOnlyList<string> texts, string? source, string? query)
    {
        string all = string.Join('\n', texts);
        return new GuardrailAssessment
        {
            TopicPolicy = Topic(all),
            ContentPolicy = Content(all),
            WordPolicy = Words(all),
            SensitiveInformationPolicy = PersonalInformation(all),
            ContextualGroundingPolicy = _isOutput && source is not null ? Grounding(all, source, query) : null,
            AutomatedReasoningPolicy = _isOutput ? Reasoning(all) : null,
        };
    }

    /// <summary>What was processed.</summary>
    public static GuardrailUsage UsageOf(int characters, bool isOutput, bool isGrounded)
    {
        int units = Math.Max(1, (characters + CharactersOfAUnit - 1) / CharactersOfAUnit);
        return new GuardrailUsage
        {
            TopicPolicyUnits = units,
            ContentPolicyUnits = units,
            WordPolicyUnits = units,
            SensitiveInformationPolicyUnits = units,
            SensitiveInformationPolicyFreeUnits = 0,
            ContextualGroundingPolicyUnits = isGrounded ? units : 0,
            ContentPolicyImageUnits = 0,
            AutomatedReasoningPolicyUnits = isOutput ? units : 0,
            AutomatedReasoningPolicies = isOutput ? 1 : 0,
        };
    }

    /// <summary>The text with personal information replaced.</summary>
    public static string Mask(string text)
    {
        foreach ((string type, System.Text.RegularExpressions.Match match) in GuardrailText.PersonalInformation(text).Reverse())
        {
            text = string.Concat(text.AsSpan(0, match.Index), $"{{{type}}}", text.AsSpan(match.Index + match.Length));
        }

        return text;
    }

    private GuardrailTopicPolicyAssessment? Topic(string text)
    {
        bool found = GuardrailText.Word(text, "buy shares") is not null;
        Blocks |= found;
        return found || _tellsAll
            ? new() { Topics = [new() { Name = "investment advice", Type = GuardrailTopicType.Deny, Action = Act(found), Detected = found }] }
            : null;
    }

    private GuardrailContentPolicyAssessment? Content(string text)
    {
        bool found = !_isOutput && GuardrailText.Word(text, "ignore all previous instructions") is not null;
        Blocks |= found;
        return found || (_tellsAll && !_isOutput)
            ? new()
            {
                Filters =
                [
                    new()
                    {
                        Type = GuardrailContentFilterType.PromptAttack,
                        Confidence = found ? GuardrailContentFilterConfidence.High : GuardrailContentFilterConfidence.None,
                        FilterStrength = GuardrailContentFilterStrength.Medium,
                        Action = Act(found),
                        Detected = found,
                    },
                ],
            }
            : null;
    }

    private GuardrailWordPolicyAssessment? Words(string text)
    {
        List<GuardrailCustomWord> found = [];
        if (GuardrailText.Word(text, "forbidden") is { } forbidden)
        {
            Blocks = true;
            found.Add(new() { Match = forbidden, Action = GuardrailWordPolicyAction.Blocked, Detected = true });
        }

        if (GuardrailText.Word(text, "frowned upon") is { } frownedUpon)
        {
            found.Add(new() { Match = frownedUpon, Action = GuardrailWordPolicyAction.None, Detected = true });
        }

        return found.Count == 0 ? null : new() { CustomWords = found, ManagedWordLists = [] };
    }

    private GuardrailSensitiveInformationPolicyAssessment? PersonalInformation(string text)
    {
        List<GuardrailPiiEntityFilter> found = [];
        foreach ((string type, System.Text.RegularExpressions.Match match) in GuardrailText.PersonalInformation(text))
        {
            bool masks = type == "EMAIL";
            Masks |= masks;
            Blocks |= !masks;
            found.Add(new()
            {
                Match = match.Value,
                Type = type,
                Action = masks ? GuardrailSensitiveInformationPolicyAction.Anonymized : GuardrailSensitiveInformationPolicyAction.Blocked,
                Detected = true,
            });
        }

        return found.Count == 0 ? null : new() { PiiEntities = found, Regexes = [] };
    }

    private GuardrailContextualGroundingPolicyAssessment Grounding(string text, string source, string? query)
    {
        List<GuardrailContextualGroundingFilter> filters = [Measure(GuardrailContextualGroundingFilterType.Grounding, GuardrailText.Overlap(text, source))];
        if (query is not null)
        {
            filters.Add(Measure(GuardrailContextualGroundingFilterType.Relevance, GuardrailText.Overlap(query, text + " " + source)));
        }

        return new() { Filters = filters };
    }

    private GuardrailContextualGroundingFilter Measure(GuardrailContextualGroundingFilterType type, double score)
    {
        bool found = score < Threshold;
        Blocks |= found;
        return new()
        {
            Type = type,
            Threshold = Threshold,
            Score = score,
            Action = found ? GuardrailContextualGroundingPolicyAction.Blocked : GuardrailContextualGroundingPolicyAction.None,
            Detected = found,
        };
    }

    private static GuardrailAutomatedReasoningPolicyAssessment? Reasoning(string text)
    {
        List<GuardrailAutomatedReasoningFinding> findings = [];
        GuardrailAutomatedReasoningTranslation translation =
            new() { Claims = [new() { Logic = "(= claim true)", NaturalLanguage = "The claim is true." }], Confidence = 1 };
        List<GuardrailAutomatedReasoningRule> rules = [new() { Identifier = "simulated001" }];
        if (GuardrailText.Word(text, "guaranteed") is not null)
        {
            findings.Add(new GuardrailInvalidFinding { Invalid = new() { Translation = translation, ContradictingRules = rules } });
        }

        if (GuardrailText.Word(text, "by the rules") is not null)
        {
            findings.Add(new GuardrailValidFinding { Valid = new() { Translation = translation, SupportingRules = rules } });
        }

        return findings.Count == 0 ? null : new() { Findings = findings };
    }

    private static string Act(bool found) => found ? "BLOCKED" : "NONE";
}
