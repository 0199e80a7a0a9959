using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Transport;

/// <summary>Region and credentials from the options or, what they leave open, from AWSSDK.Core's own chains.</summary>
internal static class AwsChain
{
    public static string ResolveRegion(BedrockClientOptions options)
    {
        if (options.Region is { } region)
        {
            return region;
        }

        string? found = options.Profile is { } profile ? FindProfile(profile).Region?.SystemName : null;
        found ??= FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        return found ?? throw Invalid(
            "Region is not set: set BedrockClientOptions.Region (or Region in the configuration section), the environment variable AWS_REGION, or region in the AWS profile.");
    }

    /// <summary>What is given in code wins; then the API key of the environment, where the service takes one; then the AWS chain.</summary>
    public static async Task<Identity> ResolveIdentityAsync(BedrockClientOptions options, AwsService service)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            return service.TakesApiKeys
                ? Identity.FromApiKey(options.ApiKey)
                : throw Invalid($"ApiKey is set, but {service.ServiceId} takes signed requests only: set Credentials or Profile, or leave all three out.");
        }

        if (options.Credentials is { } given)
        {
            return Identity.FromCredentials(given);
        }

        AotRoleCredentials.Prepare();
        if (options.Profile is { } profile)
        {
            return Identity.FromCredentials(AotRoleCredentials.Adapt(ProfileCredentials(profile)));
        }

        string? key = service.TakesApiKeys ? Environment.GetEnvironmentVariable(service.ApiKeyVariable) : null;
        if (!string.IsNullOrWhiteSpace(key))
        {
            return Identity.FromApiKey(key.Trim());
        }

        try
        {
            using var resolver = new DefaultAWSCredentialsIdentityResolver();
            AWSCredentials found = await resolver.ResolveIdentityAsync(null, CancellationToken.None).ConfigureAwait(false);
            return Identity.FromCredentials(AotRoleCredentials.Adapt(found));
        }
        catch (AmazonClientException e)
        {
            throw new BedrockAuthenticationException(
                "No AWS credentials were found: set BedrockClientOptions.Credentials, Profile or ApiKey, the environment variables AWS_ACCESS_KEY_ID and "
                + "AWS_SECRET_ACCESS_KEY or AWS_BEARER_TOKEN_BEDROCK, or an AWS profile; on AWS, give the machine a role.",
                e);
        }
    }

    /// <summary>A profile that must exist.</summary>
    public static CredentialProfile FindProfile(string profile) =>
        new CredentialProfileStoreChain().TryGetProfile(profile, out CredentialProfile found)
            ? found
            : throw Invalid($"Profile names '{profile}', which does not exist in the shared AWS files.");

    /// <summary>A fault of the settings that shows only when the first call looks at environment and profile.</summary>
    public static OptionsValidationException Invalid(string message) =>
        new(Options.DefaultName, typeof(BedrockClientOptions), [message]);

    private static AWSCredentials ProfileCredentials(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials credentials)
            ? credentials
            : throw Invalid($"Profile names '{profile}', which has no credentials or does not exist in the shared AWS files.");
}
