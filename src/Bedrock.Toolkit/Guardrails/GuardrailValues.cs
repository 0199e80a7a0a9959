using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>What a guardrail did with the content as a whole. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailAction>))]
public readonly partial struct GuardrailAction : IOpenValue<GuardrailAction>
{
    /// <summary>Nothing: it let the content pass. This does not mean that nothing was found; see <see cref="GuardrailSummary"/>.</summary>
    public static GuardrailAction None { get; } = new("NONE");

    /// <summary>It blocked or changed the content.</summary>
    public static GuardrailAction GuardrailIntervened { get; } = new("GUARDRAIL_INTERVENED");
}

/// <summary>What automated reasoning came to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailAutomatedReasoningFindingKind>))]
public readonly partial struct GuardrailAutomatedReasoningFindingKind : IOpenValue<GuardrailAutomatedReasoningFindingKind>
{
    /// <summary>The claims follow from the rules.</summary>
    public static GuardrailAutomatedReasoningFindingKind Valid { get; } = new("valid");

    /// <summary>The claims contradict the rules.</summary>
    public static GuardrailAutomatedReasoningFindingKind Invalid { get; } = new("invalid");

    /// <summary>The rules do not decide the claims.</summary>
    public static GuardrailAutomatedReasoningFindingKind Satisfiable { get; } = new("satisfiable");

    /// <summary>Premises or rules contradict one another, so that nothing can be said.</summary>
    public static GuardrailAutomatedReasoningFindingKind Impossible { get; } = new("impossible");

    /// <summary>The content can be read in more than one way.</summary>
    public static GuardrailAutomatedReasoningFindingKind TranslationAmbiguous { get; } = new("translationAmbiguous");

    /// <summary>The content is too much to be checked.</summary>
    public static GuardrailAutomatedReasoningFindingKind TooComplex { get; } = new("tooComplex");

    /// <summary>Nothing could be translated.</summary>
    public static GuardrailAutomatedReasoningFindingKind NoTranslations { get; } = new("noTranslations");
}

/// <summary>What is odd about statements as logic. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningLogicWarning.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailAutomatedReasoningLogicWarningType>))]
public readonly partial struct GuardrailAutomatedReasoningLogicWarningType : IOpenValue<GuardrailAutomatedReasoningLogicWarningType>
{
    /// <summary>They can never be true, whatever the policy says.</summary>
    public static GuardrailAutomatedReasoningLogicWarningType AlwaysFalse { get; } = new("ALWAYS_FALSE");

    /// <summary>They are always true, whatever the policy says.</summary>
    public static GuardrailAutomatedReasoningLogicWarningType AlwaysTrue { get; } = new("ALWAYS_TRUE");
}

/// <summary>What the content check looks for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterCategoryConfig.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksContentFilterCategory>))]
public readonly partial struct GuardrailChecksContentFilterCategory : IOpenValue<GuardrailChecksContentFilterCategory>
{
    /// <summary>Violence.</summary>
    public static GuardrailChecksContentFilterCategory Violence { get; } = new("VIOLENCE");

    /// <summary>Hate.</summary>
    public static GuardrailChecksContentFilterCategory Hate { get; } = new("HATE");

    /// <summary>Sexual content.</summary>
    public static GuardrailChecksContentFilterCategory Sexual { get; } = new("SEXUAL");

    /// <summary>Misconduct.</summary>
    public static GuardrailChecksContentFilterCategory Misconduct { get; } = new("MISCONDUCT");

    /// <summary>Insults.</summary>
    public static GuardrailChecksContentFilterCategory Insults { get; } = new("INSULTS");
}

/// <summary>An attack on the instructions of a model. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackCategoryConfig.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksPromptAttackCategory>))]
public readonly partial struct GuardrailChecksPromptAttackCategory : IOpenValue<GuardrailChecksPromptAttackCategory>
{
    /// <summary>An attempt to make the model drop its rules.</summary>
    public static GuardrailChecksPromptAttackCategory Jailbreak { get; } = new("JAILBREAK");

    /// <summary>Instructions that are smuggled in with content.</summary>
    public static GuardrailChecksPromptAttackCategory PromptInjection { get; } = new("PROMPT_INJECTION");

    /// <summary>An attempt to read the instructions out.</summary>
    public static GuardrailChecksPromptAttackCategory PromptLeakage { get; } = new("PROMPT_LEAKAGE");
}

/// <summary>Who a message of a check is from. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksMessage.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksRole>))]
public readonly partial struct GuardrailChecksRole : IOpenValue<GuardrailChecksRole>
{
    /// <summary>The user.</summary>
    public static GuardrailChecksRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static GuardrailChecksRole Assistant { get; } = new("assistant");

    /// <summary>The application.</summary>
    public static GuardrailChecksRole System { get; } = new("system");
}

/// <summary>How sure a content filter is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentFilterConfidence>))]
public readonly partial struct GuardrailContentFilterConfidence : IOpenValue<GuardrailContentFilterConfidence>
{
    /// <summary>None.</summary>
    public static GuardrailContentFilterConfidence None { get; } = new("NONE");

    /// <summary>Low.</summary>
    public static GuardrailContentFilterConfidence Low { get; } = new("LOW");

    /// <summary>Medium.</summary>
    public static GuardrailContentFilterConfidence Medium { get; } = new("MEDIUM");

    /// <summary>High.</summary>
    public static GuardrailContentFilterConfidence High { get; } = new("HIGH");
}

/// <summary>How strictly a content filter is set. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentFilterStrength>))]
public readonly partial struct GuardrailContentFilterStrength : IOpenValue<GuardrailContentFilterStrength>
{
    /// <summary>None.</summary>
    public static GuardrailContentFilterStrength None { get; } = new("NONE");

    /// <summary>Low.</summary>
    public static GuardrailContentFilterStrength Low { get; } = new("LOW");

    /// <summary>Medium.</summary>
    public static GuardrailContentFilterStrength Medium { get; } = new("MEDIUM");

    /// <summary>High.</summary>
    public static GuardrailContentFilterStrength High { get; } = new("HIGH");
}

/// <summary>What a content filter looks for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentFilterType>))]
public readonly partial struct GuardrailContentFilterType : IOpenValue<GuardrailContentFilterType>
{
    /// <summary>Insults.</summary>
    public static GuardrailContentFilterType Insults { get; } = new("INSULTS");

    /// <summary>Hate.</summary>
    public static GuardrailContentFilterType Hate { get; } = new("HATE");

    /// <summary>Sexual content.</summary>
    public static GuardrailContentFilterType Sexual { get; } = new("SEXUAL");

    /// <summary>Violence.</summary>
    public static GuardrailContentFilterType Violence { get; } = new("VIOLENCE");

    /// <summary>Misconduct.</summary>
    public static GuardrailContentFilterType Misconduct { get; } = new("MISCONDUCT");

    /// <summary>An attempt to get around the instructions of the model.</summary>
    public static GuardrailContentFilterType PromptAttack { get; } = new("PROMPT_ATTACK");
}

/// <summary>What a content filter led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentPolicyAction>))]
public readonly partial struct GuardrailContentPolicyAction : IOpenValue<GuardrailContentPolicyAction>
{
    /// <summary>The content was blocked.</summary>
    public static GuardrailContentPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailContentPolicyAction None { get; } = new("NONE");
}

/// <summary>What a text is to a guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentQualifier>))]
public readonly partial struct GuardrailContentQualifier : IOpenValue<GuardrailContentQualifier>
{
    /// <summary>The facts that an answer has to be grounded in.</summary>
    public static GuardrailContentQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question that an answer has to be relevant to.</summary>
    public static GuardrailContentQualifier Query { get; } = new("query");

    /// <summary>Text to be assessed.</summary>
    public static GuardrailContentQualifier GuardContent { get; } = new("guard_content");
}

/// <summary>Which side of a conversation a guardrail looks at. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentSource>))]
public readonly partial struct GuardrailContentSource : IOpenValue<GuardrailContentSource>
{
    /// <summary>What a user or another source wrote.</summary>
    public static GuardrailContentSource Input { get; } = new("INPUT");

    /// <summary>What a model wrote.</summary>
    public static GuardrailContentSource Output { get; } = new("OUTPUT");
}

/// <summary>What a grounding filter measures. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContextualGroundingFilterType>))]
public readonly partial struct GuardrailContextualGroundingFilterType : IOpenValue<GuardrailContextualGroundingFilterType>
{
    /// <summary>Whether the answer follows from the source.</summary>
    public static GuardrailContextualGroundingFilterType Grounding { get; } = new("GROUNDING");

    /// <summary>Whether the answer is to the question.</summary>
    public static GuardrailContextualGroundingFilterType Relevance { get; } = new("RELEVANCE");
}

/// <summary>What a grounding filter led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailContextualGroundingPolicyAction>))]
public readonly partial struct GuardrailContextualGroundingPolicyAction : IOpenValue<GuardrailContextualGroundingPolicyAction>
{
    /// <summary>The content was blocked.</summary>
    public static GuardrailContextualGroundingPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailContextualGroundingPolicyAction None { get; } = new("NONE");
}

/// <summary>The format of an image to be assessed. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailImageFormat>))]
public readonly partial struct GuardrailImageFormat : IOpenValue<GuardrailImageFormat>
{
    /// <summary>PNG.</summary>
    public static GuardrailImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static GuardrailImageFormat Jpeg { get; } = new("jpeg");
}

/// <summary>A word list that AWS keeps. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailManagedWord.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailManagedWordType>))]
public readonly partial struct GuardrailManagedWordType : IOpenValue<GuardrailManagedWordType>
{
    /// <summary>Profanity.</summary>
    public static GuardrailManagedWordType Profanity { get; } = new("PROFANITY");
}

/// <summary>Why a guardrail was applied. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailOrigin>))]
public readonly partial struct GuardrailOrigin : IOpenValue<GuardrailOrigin>
{
    /// <summary>The request named it.</summary>
    public static GuardrailOrigin Request { get; } = new("REQUEST");

    /// <summary>The account enforces it.</summary>
    public static GuardrailOrigin AccountEnforced { get; } = new("ACCOUNT_ENFORCED");

    /// <summary>The organisation enforces it.</summary>
    public static GuardrailOrigin OrganizationEnforced { get; } = new("ORGANIZATION_ENFORCED");
}

/// <summary>How much of its assessment ApplyGuardrail answers. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailOutputScope>))]
public readonly partial struct GuardrailOutputScope : IOpenValue<GuardrailOutputScope>
{
    /// <summary>Only what was detected; the default of the service.</summary>
    public static GuardrailOutputScope Interventions { get; } = new("INTERVENTIONS");

    /// <summary>Also what was looked at and not detected. Not for word lists and regexes.</summary>
    public static GuardrailOutputScope Full { get; } = new("FULL");
}

/// <summary>Whose a guardrail is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailOwnership>))]
public readonly partial struct GuardrailOwnership : IOpenValue<GuardrailOwnership>
{
    /// <summary>It belongs to the calling account.</summary>
    public static GuardrailOwnership Self { get; } = new("SELF");

    /// <summary>It belongs to another account.</summary>
    public static GuardrailOwnership CrossAccount { get; } = new("CROSS_ACCOUNT");
}

/// <summary>What sensitive information that was found led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailPiiEntityFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailSensitiveInformationPolicyAction>))]
public readonly partial struct GuardrailSensitiveInformationPolicyAction : IOpenValue<GuardrailSensitiveInformationPolicyAction>
{
    /// <summary>It was replaced by a placeholder.</summary>
    public static GuardrailSensitiveInformationPolicyAction Anonymized { get; } = new("ANONYMIZED");

    /// <summary>The content was blocked.</summary>
    public static GuardrailSensitiveInformationPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailSensitiveInformationPolicyAction None { get; } = new("NONE");
}

/// <summary>What a topic that was found led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailTopicPolicyAction>))]
public readonly partial struct GuardrailTopicPolicyAction : IOpenValue<GuardrailTopicPolicyAction>
{
    /// <summary>The content was blocked.</summary>
    public static GuardrailTopicPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailTopicPolicyAction None { get; } = new("NONE");
}

/// <summary>The kind of a topic. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailTopicType>))]
public readonly partial struct GuardrailTopicType : IOpenValue<GuardrailTopicType>
{
    /// <summary>A topic that is not to be talked about.</summary>
    public static GuardrailTopicType Deny { get; } = new("DENY");
}

/// <summary>What a word that was found led to. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCustomWord.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailWordPolicyAction>))]
public readonly partial struct GuardrailWordPolicyAction : IOpenValue<GuardrailWordPolicyAction>
{
    /// <summary>The content was blocked.</summary>
    public static GuardrailWordPolicyAction Blocked { get; } = new("BLOCKED");

    /// <summary>Nothing was done.</summary>
    public static GuardrailWordPolicyAction None { get; } = new("NONE");
}
