using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Extensions.AWS;

/// <summary>Takes what AWS options say. What would change who is called, or by whom, and cannot be followed is an error that names it.</summary>
internal static class AwsOptionsReading
{
    public static void Apply(AWSOptions options, BedrockClientOptions own)
    {
        DefaultClientConfig config = options.DefaultClientConfig;
        RefuseWhatCannotBe(config);
        own.Region = options.Region?.SystemName ?? OrNull(config.AuthenticationRegion) ?? own.Region;
        if (OrNull(options.SessionRoleArn) is { } role)
        {
            own.Credentials = Assume(role, options);
            (own.Profile, own.ApiKey) = (null, null);
        }
        else if (options.Credentials is { } credentials)
        {
            own.Credentials = credentials;
        }
        else if (OrNull(options.Profile) is { } profile)
        {
            if (OrNull(options.ProfilesLocation) is null)
            {
                own.Profile = profile;
            }
            else
            {
                // The core reads profiles where the AWS SDKs have them; another place is looked up here.
                own.Credentials = new AwsOptionsCredentials(options);
            }
        }

        own.ServiceUrl = OrNull(config.ServiceURL) is { } url ? new Uri(url) : own.ServiceUrl;
        own.UseFips = config.UseFIPSEndpoint ?? own.UseFips;
        own.UseDualStack = config.UseDualstackEndpoint ?? own.UseDualStack;
        own.MaxAttempts = config.MaxErrorRetry + 1 ?? own.MaxAttempts;
        own.DisableClockSkewCorrection = config.DisableClockSkewCorrection ?? own.DisableClockSkewCorrection;
        own.FirstByteTimeout = config.Timeout ?? own.FirstByteTimeout;
        own.ConnectTimeout = config.ConnectTimeout ?? own.ConnectTimeout;
        own.MaxConnections = config.MaxConnectionsPerServer ?? own.MaxConnections;
    }

    private static AssumeRoleAWSCredentials Assume(string role, AWSOptions options) => new(
        options.Credentials ?? new AwsOptionsCredentials(options),
        role,
        OrNull(options.SessionName) ?? "BedrockToolkit",
        new AssumeRoleAWSCredentialsOptions { ExternalId = OrNull(options.ExternalId) });

    private static void RefuseWhatCannotBe(DefaultClientConfig config)
    {
        string? refused = config switch
        {
            { UseHttp: true } => $"{nameof(config.UseHttp)}: give the http address as {nameof(config.ServiceURL)}",
            { IgnoreConfiguredEndpointUrls: true } => $"{nameof(config.IgnoreConfiguredEndpointUrls)}: set AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, or ServiceUrl",
            { SigV4aSigningRegionSet.Count: > 0 } => $"{nameof(config.SigV4aSigningRegionSet)}: requests are signed for one Region",
            _ => null,
        };
        if (refused is not null)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(BedrockClientOptions),
                [$"AWSOptions.DefaultClientConfig.{refused}; it cannot be followed here."]);
        }
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
