using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>What automated reasoning came to about some claims: a closed set, with <see cref="GuardrailUnknownFinding"/> for what this version does not
/// know.</summary>
/// <remarks>Automated reasoning only detects: no finding makes a guardrail intervene. Source:
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
[JsonConverter(typeof(GuardrailAutomatedReasoningFindingConverter))]
public abstract partial class GuardrailAutomatedReasoningFinding : BedrockObject
{
    private protected GuardrailAutomatedReasoningFinding() { }

    /// <summary>Which of the kinds it is.</summary>
    /// <value>For a finding that this version does not know, the name on the wire.</value>
    [JsonIgnore]
    public abstract GuardrailAutomatedReasoningFindingKind Kind { get; }
}

/// <summary>Premises or rules contradict one another, so that nothing can be said.</summary>
public sealed partial class GuardrailImpossibleFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("impossible"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningImpossibleFinding>))]
    public required GuardrailAutomatedReasoningImpossibleFinding Impossible { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Impossible;
}

/// <summary>The claims contradict the rules.</summary>
public sealed partial class GuardrailInvalidFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("invalid"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningInvalidFinding>))]
    public required GuardrailAutomatedReasoningInvalidFinding Invalid { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Invalid;
}

/// <summary>Nothing could be translated.</summary>
public sealed partial class GuardrailNoTranslationsFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("noTranslations"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningNoTranslationsFinding>))]
    public required GuardrailAutomatedReasoningNoTranslationsFinding NoTranslations { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.NoTranslations;
}

/// <summary>The rules do not decide the claims.</summary>
public sealed partial class GuardrailSatisfiableFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("satisfiable"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningSatisfiableFinding>))]
    public required GuardrailAutomatedReasoningSatisfiableFinding Satisfiable { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Satisfiable;
}

/// <summary>The content is too much to be checked.</summary>
public sealed partial class GuardrailTooComplexFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("tooComplex"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTooComplexFinding>))]
    public required GuardrailAutomatedReasoningTooComplexFinding TooComplex { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.TooComplex;
}

/// <summary>The content can be read in more than one way.</summary>
public sealed partial class GuardrailTranslationAmbiguousFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("translationAmbiguous"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslationAmbiguousFinding>))]
    public required GuardrailAutomatedReasoningTranslationAmbiguousFinding TranslationAmbiguous { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.TranslationAmbiguous;
}

/// <summary>The claims follow from the rules.</summary>
public sealed partial class GuardrailValidFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>What was found.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("valid"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningValidFinding>))]
    public required GuardrailAutomatedReasoningValidFinding Valid { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override GuardrailAutomatedReasoningFindingKind Kind => GuardrailAutomatedReasoningFindingKind.Valid;
}

/// <summary>A <see cref="GuardrailAutomatedReasoningFinding"/> of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class GuardrailUnknownFinding : GuardrailAutomatedReasoningFinding, IRawVariant
{
    /// <inheritdoc/>
    /// <value>The name of the first member that is not null; empty when there is none.</value>
    public override GuardrailAutomatedReasoningFindingKind Kind
    {
        get
        {
            if (Raw.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in Raw.EnumerateObject())
                {
                    if (member.Value.ValueKind != JsonValueKind.Null)
                    {
                        return member.Name;
                    }
                }
            }

            return string.Empty;
        }
    }
}

/// <summary>Reads and writes <see cref="GuardrailAutomatedReasoningFinding"/> by the member that is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailAutomatedReasoningFindingConverter() : SingleKeyUnionConverter<GuardrailAutomatedReasoningFinding>(
    GuardrailJsonContext.Default, static raw => new GuardrailUnknownFinding(raw),
    Case<GuardrailValidFinding>("valid"),
    Case<GuardrailInvalidFinding>("invalid"),
    Case<GuardrailSatisfiableFinding>("satisfiable"),
    Case<GuardrailImpossibleFinding>("impossible"),
    Case<GuardrailTranslationAmbiguousFinding>("translationAmbiguous"),
    Case<GuardrailTooComplexFinding>("tooComplex"),
    Case<GuardrailNoTranslationsFinding>("noTranslations"));

/// <summary>Nothing in the content could be translated into the terms of the policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningNoTranslationsFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningNoTranslationsFinding : BedrockObject
{
}

/// <summary>The content is too much to be checked within the limits of the service.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTooComplexFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningTooComplexFinding : BedrockObject
{
}

/// <summary>Nothing can be said: the premises contradict the rules, or the rules one another.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningImpossibleFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningImpossibleFinding : BedrockObject
{
    /// <summary>The content as logic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslation>))]
    public GuardrailAutomatedReasoningTranslation? Translation { get; set; }

    /// <summary>The rules that contradict.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contradictingRules"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningRule>))]
    public IList<GuardrailAutomatedReasoningRule>? ContradictingRules { get; set; }

    /// <summary>What is odd about the statements themselves.</summary>
    /// <value>Null when nothing is.</value>
    [JsonPropertyName("logicWarning"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningLogicWarning>))]
    public GuardrailAutomatedReasoningLogicWarning? LogicWarning { get; set; }
}

/// <summary>The claims contradict the rules of the policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInvalidFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningInvalidFinding : BedrockObject
{
    /// <summary>The content as logic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslation>))]
    public GuardrailAutomatedReasoningTranslation? Translation { get; set; }

    /// <summary>The rules that contradict.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contradictingRules"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningRule>))]
    public IList<GuardrailAutomatedReasoningRule>? ContradictingRules { get; set; }

    /// <summary>What is odd about the statements themselves.</summary>
    /// <value>Null when nothing is.</value>
    [JsonPropertyName("logicWarning"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningLogicWarning>))]
    public GuardrailAutomatedReasoningLogicWarning? LogicWarning { get; set; }
}

/// <summary>The content can be read in more than one way.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationAmbiguousFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningTranslationAmbiguousFinding : BedrockObject
{
    /// <summary>The readings.</summary>
    /// <value>At most 2; null when the service did not say.</value>
    [JsonPropertyName("options"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningTranslationOption>))]
    public IList<GuardrailAutomatedReasoningTranslationOption>? Options { get; set; }

    /// <summary>Situations that show how the readings differ.</summary>
    /// <value>At most 2; null when the service did not say.</value>
    [JsonPropertyName("differenceScenarios"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningScenario>))]
    public IList<GuardrailAutomatedReasoningScenario>? DifferenceScenarios { get; set; }
}

/// <summary>One way to read the content as logic.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationOption.html</remarks>
public sealed partial class GuardrailAutomatedReasoningTranslationOption : BedrockObject
{
    /// <summary>The translations of this reading.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translations"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningTranslation>))]
    public IList<GuardrailAutomatedReasoningTranslation>? Translations { get; set; }
}

/// <summary>The claims can be true or false: the rules do not decide it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningSatisfiableFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningSatisfiableFinding : BedrockObject
{
    /// <summary>The content as logic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslation>))]
    public GuardrailAutomatedReasoningTranslation? Translation { get; set; }

    /// <summary>A situation in which the claims are true.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claimsTrueScenario"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningScenario>))]
    public GuardrailAutomatedReasoningScenario? ClaimsTrueScenario { get; set; }

    /// <summary>A situation in which the claims are false.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claimsFalseScenario"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningScenario>))]
    public GuardrailAutomatedReasoningScenario? ClaimsFalseScenario { get; set; }

    /// <summary>What is odd about the statements themselves.</summary>
    /// <value>Null when nothing is.</value>
    [JsonPropertyName("logicWarning"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningLogicWarning>))]
    public GuardrailAutomatedReasoningLogicWarning? LogicWarning { get; set; }
}

/// <summary>The claims follow from the rules of the policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningValidFinding.html</remarks>
public sealed partial class GuardrailAutomatedReasoningValidFinding : BedrockObject
{
    /// <summary>The content as logic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("translation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningTranslation>))]
    public GuardrailAutomatedReasoningTranslation? Translation { get; set; }

    /// <summary>A situation in which the claims are true.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claimsTrueScenario"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningScenario>))]
    public GuardrailAutomatedReasoningScenario? ClaimsTrueScenario { get; set; }

    /// <summary>The rules that the claims follow from.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("supportingRules"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningRule>))]
    public IList<GuardrailAutomatedReasoningRule>? SupportingRules { get; set; }

    /// <summary>What is odd about the statements themselves.</summary>
    /// <value>Null when nothing is.</value>
    [JsonPropertyName("logicWarning"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailAutomatedReasoningLogicWarning>))]
    public GuardrailAutomatedReasoningLogicWarning? LogicWarning { get; set; }
}

/// <summary>A situation in which statements hold.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningScenario.html</remarks>
public sealed partial class GuardrailAutomatedReasoningScenario : BedrockObject
{
    /// <summary>The statements that describe it.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("statements"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Statements { get; set; }
}

/// <summary>A rule of a policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningRule.html</remarks>
public sealed partial class GuardrailAutomatedReasoningRule : BedrockObject
{
    /// <summary>The id of the rule.</summary>
    /// <value>12 lower-case letters and digits; null when the service did not say.</value>
    [JsonPropertyName("identifier")]
    public string? Identifier { get; set; }

    /// <summary>The version of the policy that has the rule.</summary>
    /// <value>An ARN; null when the service did not say.</value>
    [JsonPropertyName("policyVersionArn")]
    public string? PolicyVersionArn { get; set; }
}

/// <summary>Statements that are odd as logic, before any rule is looked at.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningLogicWarning.html</remarks>
public sealed partial class GuardrailAutomatedReasoningLogicWarning : BedrockObject
{
    /// <summary>What is odd.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailAutomatedReasoningLogicWarningType? Type { get; set; }

    /// <summary>The premises in question.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("premises"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Premises { get; set; }

    /// <summary>The claims in question.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("claims"), JsonConverter(typeof(GuardrailListConverter<GuardrailAutomatedReasoningStatement>))]
    public IList<GuardrailAutomatedReasoningStatement>? Claims { get; set; }
}
