using Amazon.Runtime.CredentialManagement;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>Where and how to verify. Immutable.</summary>
internal sealed record VerifySettings
{
    public required string Region { get; init; }

    public string? Profile { get; init; }

    /// <summary>Another address than the Region's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The address of bedrock-mantle, where <see cref="Endpoint"/> is set.</summary>
    public Uri? MantleEndpoint { get; init; }

    /// <summary>The id of a guardrail, a colon and its version; DRAFT when left out.</summary>
    public string? Guardrail { get; init; }

    /// <summary>Where batch files may lie: <c>s3://bucket/folder/</c>.</summary>
    public string? Bucket { get; init; }

    /// <summary>The ARN of the role of a batch job.</summary>
    public string? Role { get; init; }

    /// <summary>What may be spent, in US dollars.</summary>
    public decimal Cap { get; init; } = 0.50m;

    /// <summary>The folder of the report; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>Makes the innermost handler; one of the system when null.</summary>
    public Func<HttpMessageHandler>? CreateHandler { get; init; }

    /// <summary>How long a job of a server on this machine is left alone between two questions.</summary>
    public TimeSpan PollInterval => Endpoint is { IsLoopback: true } ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(30);

    /// <summary>The geography of the Region's inference profiles.</summary>
    public string Geography => Region switch
    {
        _ when Region.StartsWith("us-gov-", StringComparison.Ordinal) => "us-gov",
        _ when Region.StartsWith("us-", StringComparison.Ordinal) || Region.StartsWith("ca-", StringComparison.Ordinal) => "us",
        _ when Region.StartsWith("eu-", StringComparison.Ordinal) => "eu",
        _ when Region.StartsWith("ap-", StringComparison.Ordinal) => "apac",
        _ => "global",
    };

    /// <summary>The guardrail's id and version.</summary>
    /// <exception cref="CheckSkippedException">None is given.</exception>
    public (string Id, string Version) GuardrailParts()
    {
        string text = Guardrail ?? throw new CheckSkippedException("needs --guardrail");

        // An ARN has colons of its own: the version is behind the id.
        int at = text.LastIndexOf(':');
        return at > text.LastIndexOf('/') && at >= 0 && !(text.StartsWith("arn:", StringComparison.Ordinal) && at < text.IndexOf('/', StringComparison.Ordinal))
            ? (text[..at], text[(at + 1)..])
            : (text, "DRAFT");
    }

    /// <summary>The option that is missing for a check; null when none is.</summary>
    public string? Missing(VerifyCheck check) => check.Needs.FirstOrDefault(need => need switch
    {
        "--guardrail" => Guardrail is null,
        "--bucket" => Bucket is null,
        "--role" => Role is null,
        "--mantle-endpoint" => Endpoint is not null && MantleEndpoint is null,
        _ => throw new ArgumentException($"'{need}' is no option that a check can need.", nameof(check)),
    });

    /// <summary>The Region of the option, the environment or the profile.</summary>
    /// <exception cref="ArgumentException">None of them has one.</exception>
    public static string RegionOf(string? region, string? profile)
    {
        if (region is { Length: > 0 })
        {
            return region;
        }

        string? ofProfile = new CredentialProfileStoreChain().TryGetProfile(
            profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default", out CredentialProfile found) ? found.Region?.SystemName : null;
        string? ofEnvironment = Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION");
        return (profile is null ? ofEnvironment ?? ofProfile : ofProfile ?? ofEnvironment)
            ?? throw new ArgumentException("The Region is not known: say --region, or set AWS_REGION or the Region of the AWS profile.");
    }
}
