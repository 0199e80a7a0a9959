using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Bedrock.Toolkit.Transport;

/// <summary>Region, API key and credentials from the options or, what they leave open, from AWSSDK.Core's own chains. Blocks its thread.</summary>
internal static class AwsChain
{
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>The Region: of the options, of the profile in the options, of the process, of the environment, of its profile, of the machine.</summary>
    public static string ResolveRegion(BedrockClientOptions options)
    {
        if (options.Region is { } region)
        {
            return region;
        }

        if (options.Profile is { } inCode && FindProfile(inCode).Region?.SystemName is { } ofProfile)
        {
            return Checked(ofProfile, $"region of the AWS profile '{inCode}'");
        }

        if (!string.IsNullOrWhiteSpace(AWSConfigs.AWSRegion))
        {
            return Checked(AWSConfigs.AWSRegion, "AWSConfigs.AWSRegion");
        }

        if (Array.Find(RegionVariables, static variable => Text(variable) is not null) is { } set)
        {
            return Checked(Text(set)!, set);
        }

        string named = ProfileOfTheEnvironment;
        if (options.Profile is null && SharedFiles.Find(named)?.Region?.SystemName is { } ofNamed)
        {
            return Checked(ofNamed, $"region of the AWS profile '{named}'");
        }

        return Checked(
            RegionOfTheMachine() ?? throw Invalid(
                "Region is not set. Three places set it: the code or its configuration section (new BedrockClient(\"us-east-1\"), "
                + "BedrockClientOptions.Region), the environment variable AWS_REGION, or region in the AWS profile."),
            "the Region that the instance's metadata service gave");
    }

    /// <summary>The Region that the environment sets; null when it sets none, or none of that form.</summary>
    public static string? RegionOfTheProcess() =>
        string.IsNullOrWhiteSpace(AWSConfigs.AWSRegion) && RegionVariables.Select(Text).FirstOrDefault(static text => text is not null) is { } region
            && !region.AsSpan().ContainsAnyExcept(RegionCharacters)
            ? region
            : null;

    /// <summary>The API key, where the service takes one: in code, else of the environment, unless credentials or a profile are in code.</summary>
    public static string? FindApiKey(BedrockClientOptions options, AwsService service)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            return service.TakesApiKeys
                ? options.ApiKey
                : throw Invalid($"ApiKey is set, but {service.ServiceId} takes signed requests only: set Credentials or Profile, or leave all three out.");
        }

        if (options.Profile is not null || !service.TakesApiKeys || Text(service.ApiKeyVariable) is not { } key)
        {
            return null;
        }

        key = key.Trim();
        return IdentityFault.IsPrintable(key) ? key : throw Invalid($"{service.ApiKeyVariable} must be printable ASCII without white space.");
    }

    /// <summary>The profile of the options, else the AWS chain.</summary>
    public static async Task<AWSCredentials> FindCredentialsAsync(BedrockClientOptions options)
    {
        AotRoleCredentials.Prepare();
        if (options.Profile is { } profile)
        {
            return AotRoleCredentials.Adapt(SharedFiles.FindCredentials(profile)
                ?? throw Invalid($"Profile names '{profile}', which has no credentials or does not exist in the shared AWS files."));
        }

        try
        {
            using var resolver = new DefaultAWSCredentialsIdentityResolver();
            return AotRoleCredentials.Adapt(await resolver.ResolveIdentityAsync(null, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception e) when (e is not BedrockConfigurationException)
        {
            // A file that could not be read is the likely reason; its message quotes the line, which can be a secret, and so goes nowhere.
            SharedFiles.ThrowIfUnreadable(ProfileOfTheEnvironment);
            throw new BedrockAuthenticationException(
                "No AWS credentials were found: set BedrockClientOptions.Credentials, Profile or ApiKey, the environment variables AWS_ACCESS_KEY_ID and "
                + "AWS_SECRET_ACCESS_KEY or AWS_BEARER_TOKEN_BEDROCK, or an AWS profile; on AWS, give the machine a role.",
                e);
        }
    }

    /// <summary>A profile that must exist.</summary>
    public static CredentialProfile FindProfile(string profile) =>
        SharedFiles.Find(profile) ?? throw Invalid($"Profile names '{profile}', which does not exist in the shared AWS files.");

    /// <summary>The profile that AWS SDKs use when the code names none.</summary>
    public static string ProfileOfTheEnvironment => Text("AWS_PROFILE") ?? "default";

    /// <summary>An environment variable; null when it is not set or blank.</summary>
    public static string? Text(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>A fault of the settings that shows only when the first call looks at environment and profile.</summary>
    public static BedrockConfigurationException Invalid(string message) => new(message);

    private static string? RegionOfTheMachine()
    {
        try
        {
            return FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        }
        catch (AmazonClientException)
        {
            // Environment and files were asked above, by ourselves: the machine knows nothing.
            return null;
        }
    }

    private static string Checked(string region, string source) =>
        region.AsSpan().ContainsAnyExcept(RegionCharacters)
            ? throw Invalid($"{source} is no Region name: lower-case letters, digits and hyphens, such as us-east-1, and nothing behind it in its line.")
            : region;

    private static readonly System.Buffers.SearchValues<char> RegionCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
}
