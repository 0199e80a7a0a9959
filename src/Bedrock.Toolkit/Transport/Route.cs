namespace Bedrock.Toolkit.Transport;

/// <summary>Where the requests of a client go and how they are signed. Immutable.</summary>
internal sealed class Route
{
    private Route(string baseUrl, string region, string signingName)
    {
        BaseUrl = baseUrl;
        Region = region;
        Signer = new SigV4Signer(region, signingName);
    }

    /// <summary>Scheme, host and path prefix, without a slash at the end.</summary>
    public string BaseUrl { get; }

    public string Region { get; }

    public SigV4Signer Signer { get; }

    public static Task<Route> ResolveAsync(BedrockClientOptions options, string endpointPrefix, string signingName)
    {
        // AWSSDK.Core's region chain blocks its thread (files, the instance's metadata service), so it gets one of its own.
        return options.Region is null ? Task.Run(Resolve) : Task.FromResult(Resolve());

        Route Resolve()
        {
            string region = AwsChain.ResolveRegion(options);
            string baseUrl = options.ServiceUrl is { } url
                ? Endpoint.ForUrl(url)
                : Endpoint.ForRegion(endpointPrefix, region, options.UseFips, options.UseDualStack);
            return new Route(baseUrl, region, signingName);
        }
    }
}
