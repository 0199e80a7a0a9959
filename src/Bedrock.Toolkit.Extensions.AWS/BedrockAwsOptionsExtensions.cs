using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Bedrock.Toolkit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Bedrock clients with the <see cref="AWSOptions"/> that a host has for all its AWS clients.</summary>
public static class BedrockAwsOptionsExtensions
{
    /// <summary>Registers one client with AWS options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The options, such as <c>configuration.GetAWSOptions()</c>.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrock(this IServiceCollection services, AWSOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services.AddBedrock().UseAwsOptions(options);
    }

    /// <summary>Registers one of several clients with AWS options of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key; also the name of its options.</param>
    /// <param name="options">The options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddKeyedBedrock(this IServiceCollection services, string key, AWSOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services.AddKeyedBedrock(key, static _ => { }).UseAwsOptions(options);
    }

    /// <summary>Takes Region, profile, credentials, address, FIPS, dual stack and retries from AWS options.</summary>
    /// <remarks>Where they are silent, what was set before stays; what is set later wins.</remarks>
    /// <param name="builder">The registration.</param>
    /// <param name="options">The options; those of <c>AddDefaultAWSOptions</c> when null.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseAwsOptions(this IBedrockBuilder builder, AWSOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure((own, provider) => Apply(
            options ?? provider.GetService<AWSOptions>() ?? throw new InvalidOperationException("UseAwsOptions finds no AWSOptions: call services.AddDefaultAWSOptions(configuration.GetAWSOptions()), or give them."),
            own));
    }

    private static void Apply(AWSOptions options, BedrockClientOptions own)
    {
        DefaultClientConfig config = options.DefaultClientConfig;
        own.Region = options.Region?.SystemName ?? config.AuthenticationRegion ?? own.Region;
        if (options.Credentials is { } credentials)
        {
            own.Credentials = credentials;
        }
        else if (!string.IsNullOrEmpty(options.Profile))
        {
            TakeProfile(options, own);
        }

        own.ServiceUrl = string.IsNullOrEmpty(config.ServiceURL) ? own.ServiceUrl : new Uri(config.ServiceURL);
        own.UseFips = config.UseFIPSEndpoint ?? own.UseFips;
        own.UseDualStack = config.UseDualstackEndpoint ?? own.UseDualStack;
        own.MaxAttempts = config.MaxErrorRetry + 1 ?? own.MaxAttempts;
    }

    private static void TakeProfile(AWSOptions options, BedrockClientOptions own)
    {
        if (string.IsNullOrEmpty(options.ProfilesLocation))
        {
            own.Profile = options.Profile;
            return;
        }

        // The core reads profiles where the AWS SDKs have them; another place is looked up here.
        own.Credentials = new CredentialProfileStoreChain(options.ProfilesLocation).TryGetAWSCredentials(options.Profile, out AWSCredentials found)
            ? found
            : throw new InvalidOperationException($"AWSOptions.Profile names '{options.Profile}', which is not in the file of AWSOptions.ProfilesLocation or has no credentials.");
    }
}
