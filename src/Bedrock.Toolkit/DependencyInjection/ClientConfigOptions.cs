using Amazon.Runtime;

namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>Takes over what an AWS SDK client was given.</summary>
internal static class ClientConfigOptions
{
    public static void Apply(IClientConfig config, BedrockClientOptions options)
    {
        // A client with an address has no Region but the one it signs for.
        options.Region = config.RegionEndpoint?.SystemName
            ?? (string.IsNullOrEmpty(config.AuthenticationRegion) ? options.Region : config.AuthenticationRegion);
        options.UseFips |= config.UseFIPSEndpoint;
        options.UseDualStack |= config.UseDualstackEndpoint;
        if (!string.IsNullOrEmpty(config.ServiceURL) && config.RegionEndpointServiceName == "bedrock-runtime")
        {
            options.ServiceUrl = new Uri(config.ServiceURL);
        }

        if (config.DefaultAWSCredentials is { } credentials)
        {
            options.Credentials = credentials;
        }
        else if (config.Profile?.Name is { Length: > 0 } profile)
        {
            options.Profile = profile;
        }

        if (options.HandlerFactory is null && config.GetWebProxy() is { } proxy)
        {
            options.Proxy = proxy;
        }

        options.DisableClockSkewCorrection |= config.DisableClockSkewCorrection;
        options.FirstByteTimeout = config.Timeout is { } timeout && timeout > TimeSpan.Zero ? timeout : options.FirstByteTimeout;
        options.ConnectTimeout = config.ConnectTimeout is { } connect && connect > TimeSpan.Zero ? connect : options.ConnectTimeout;
        options.MaxConnections = config.MaxConnectionsPerServer ?? options.MaxConnections;
        if (config.IsMaxErrorRetrySet)
        {
            options.MaxAttempts = Math.Clamp(config.MaxErrorRetry + 1, 1, BedrockClientOptionsValidator.MaxAttempts);
        }
    }
}
