namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>Where and on what a role is to act, for <see cref="RequiredAccess"/>. Immutable.</summary>
/// <param name="Region">The Region that is called, such as <c>us-east-1</c>.</param>
public sealed record AccessScope(string Region)
{
    /// <summary>The account.</summary>
    /// <value>Twelve digits; <c>*</c> by default, which is wider than a least policy should be.</value>
    public string AccountId { get; init; } = "*";

    /// <summary>The Regions to which the profile sends: those of <c>GetInferenceProfile</c>'s <c>models</c>.</summary>
    /// <value>When empty, those of <c>us.</c> as documented, and any Region for other geographies, held by the condition on the profile.</value>
    public IReadOnlyList<string> DestinationRegions { get; init; } = [];

    /// <summary>The models behind an application profile, a prompt or a prompt router, whose ids hide them.</summary>
    /// <value>Bare ids; empty by default.</value>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The guardrail of the calls.</summary>
    /// <value>An id or ARN; null for none.</value>
    public string? GuardrailId { get; init; }

    /// <summary>Whether the calls are made with an API key.</summary>
    public bool UsesApiKey { get; init; }

    /// <summary>The role that a job runs as.</summary>
    /// <value>An ARN; any role of the account when null.</value>
    public string? JobRoleArn { get; init; }

    /// <summary>What a batch job reads.</summary>
    /// <value>An address of S3, such as <c>s3://bucket/in/</c>; null where no job is meant.</value>
    public string? InputS3Uri { get; init; }

    /// <summary>Where a job writes.</summary>
    /// <value>As <see cref="InputS3Uri"/>.</value>
    public string? OutputS3Uri { get; init; }

    /// <summary>The knowledge base that is asked.</summary>
    /// <value>Its id; any of the account when null.</value>
    public string? KnowledgeBaseId { get; init; }

    /// <summary>The partition of the Region.</summary>
    internal string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    internal string Arn(string resource, string? region = null) => $"arn:{Partition}:bedrock:{region ?? Region}:{AccountId}:{resource}";

    internal string ModelArn(string model, string? region = null) => $"arn:{Partition}:bedrock:{region ?? Region}::foundation-model/{model}";
}
