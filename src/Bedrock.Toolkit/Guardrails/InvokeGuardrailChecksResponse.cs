using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>What checks without a guardrail found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html</remarks>
public sealed partial class InvokeGuardrailChecksResponse : BedrockResponse
{
    /// <summary>What was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksResults>))]
    public GuardrailChecksResults? Results { get; set; }

    /// <summary>What was processed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksUsageResults>))]
    public GuardrailChecksUsageResults? Usage { get; set; }

    private protected override ObjectSummary Summarise() => new("Results");
}

/// <summary>What the checks processed, and is paid for.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksUsageResults.html</remarks>
public sealed partial class GuardrailChecksUsageResults : BedrockObject
{
    /// <summary>The content check.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentFilter"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterUsage>))]
    public GuardrailChecksContentFilterUsage? ContentFilter { get; set; }

    /// <summary>The check for prompt attacks.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("promptAttack"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackUsage>))]
    public GuardrailChecksPromptAttackUsage? PromptAttack { get; set; }

    /// <summary>The check for sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationUsage>))]
    public GuardrailChecksSensitiveInformationUsage? SensitiveInformation { get; set; }
}

/// <summary>What the content check processed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterUsage.html</remarks>
public sealed partial class GuardrailChecksContentFilterUsage : BedrockObject
{
    /// <summary>Text units.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textUnits"), JsonConverter(typeof(CountConverter))]
    public int? TextUnits { get; set; }
}

/// <summary>What the check for prompt attacks processed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackUsage.html</remarks>
public sealed partial class GuardrailChecksPromptAttackUsage : BedrockObject
{
    /// <summary>Text units.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textUnits"), JsonConverter(typeof(CountConverter))]
    public int? TextUnits { get; set; }
}

/// <summary>What the check for sensitive information processed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationUsage.html</remarks>
public sealed partial class GuardrailChecksSensitiveInformationUsage : BedrockObject
{
    /// <summary>Text units.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textUnits"), JsonConverter(typeof(CountConverter))]
    public int? TextUnits { get; set; }
}

/// <summary>What the checks found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksResults.html</remarks>
public sealed partial class GuardrailChecksResults : BedrockObject
{
    /// <summary>Harmful content.</summary>
    /// <value>Null when it was not checked.</value>
    [JsonPropertyName("contentFilter"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterResult>))]
    public GuardrailChecksContentFilterResult? ContentFilter { get; set; }

    /// <summary>Prompt attacks.</summary>
    /// <value>Null when they were not checked.</value>
    [JsonPropertyName("promptAttack"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackResult>))]
    public GuardrailChecksPromptAttackResult? PromptAttack { get; set; }

    /// <summary>Sensitive information.</summary>
    /// <value>Null when it was not checked.</value>
    [JsonPropertyName("sensitiveInformation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationResult>))]
    public GuardrailChecksSensitiveInformationResult? SensitiveInformation { get; set; }
}

/// <summary>The sensitive information that was found.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResult.html</remarks>
public sealed partial class GuardrailChecksSensitiveInformationResult : BedrockObject
{
    /// <summary>What was found.</summary>
    /// <value>Empty when nothing was.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksSensitiveInformationResultEntry>)), AllowNull]
    public IList<GuardrailChecksSensitiveInformationResultEntry> Results { get; set => field = value ?? []; } = [];

    /// <summary>Whether there was more than the answer lists.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("truncated")]
    public bool? Truncated { get; set; }
}

/// <summary>What the content check measured.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResult.html</remarks>
public sealed partial class GuardrailChecksContentFilterResult : BedrockObject
{
    /// <summary>By category.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentFilterResultEntry>)), AllowNull]
    public IList<GuardrailChecksContentFilterResultEntry> Results { get; set => field = value ?? []; } = [];
}

/// <summary>What the content check measured for a category.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResultEntry.html</remarks>
public sealed partial class GuardrailChecksContentFilterResultEntry : BedrockObject
{
    /// <summary>The category.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("category")]
    public GuardrailChecksContentFilterCategory? Category { get; set; }

    /// <summary>How severe it is.</summary>
    /// <value>0 (harmless) to 1; null when the service did not say, which does not mean harmless.</value>
    [JsonPropertyName("severityScore")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? SeverityScore { get; set; }
}

/// <summary>What the check for prompt attacks measured.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackResult.html</remarks>
public sealed partial class GuardrailChecksPromptAttackResult : BedrockObject
{
    /// <summary>By category.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksPromptAttackResultEntry>)), AllowNull]
    public IList<GuardrailChecksPromptAttackResultEntry> Results { get; set => field = value ?? []; } = [];
}

/// <summary>What the check for prompt attacks measured for a category.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackResultEntry.html</remarks>
public sealed partial class GuardrailChecksPromptAttackResultEntry : BedrockObject
{
    /// <summary>The category.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("category")]
    public GuardrailChecksPromptAttackCategory? Category { get; set; }

    /// <summary>How severe it is.</summary>
    /// <value>0 (harmless) to 1; null when the service did not say, which does not mean harmless.</value>
    [JsonPropertyName("severityScore")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? SeverityScore { get; set; }
}

/// <summary>Sensitive information that was found, and where.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResultEntry.html</remarks>
public sealed partial class GuardrailChecksSensitiveInformationResultEntry : BedrockObject
{
    /// <summary>Which kind it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailChecksSensitiveInformationEntityType? Type { get; set; }

    /// <summary>How sure the check is.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("confidenceScore")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? ConfidenceScore { get; set; }

    /// <summary>Where it begins in the text of the block.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("beginOffset"), JsonConverter(typeof(CountConverter))]
    public int? BeginOffset { get; set; }

    /// <summary>Where it ends.</summary>
    /// <value>Null when the service did not say. Whether the end belongs to it is not documented.</value>
    [JsonPropertyName("endOffset"), JsonConverter(typeof(CountConverter))]
    public int? EndOffset { get; set; }

    /// <summary>The message.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("messageIndex"), JsonConverter(typeof(CountConverter))]
    public int? MessageIndex { get; set; }

    /// <summary>The block of the message.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("contentIndex"), JsonConverter(typeof(CountConverter))]
    public int? ContentIndex { get; set; }
}
