using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bedrock.Toolkit.Transport;

/// <summary>Where the requests of a client go and how they are signed. Thread-safe: all but the clock skew never changes.</summary>
internal sealed class Route
{
    // The addresses called last, each at the place that its path falls on: an app calls few models, and a parsed address is worth keeping.
    private readonly Target?[] _targets = new Target?[256];

    private Route(string baseUrl, string region, string signingName, bool correctsClockSkew)
    {
        BaseUrl = baseUrl;
        Address = new Uri(baseUrl);
        Host = Address.Authority;
        Region = region;
        Signer = new SigV4Signer(region, signingName);
        Skew = new ClockSkew(correctsClockSkew);
    }

    /// <summary>Scheme, host and path prefix, without a slash at the end.</summary>
    public string BaseUrl { get; }

    /// <summary>The same as an address.</summary>
    public Uri Address { get; }

    /// <summary>The host, with the port unless it is the scheme's own.</summary>
    public string Host { get; }

    public string Region { get; }

    public SigV4Signer Signer { get; }

    /// <summary>Whether this process is a Lambda function, which it stays.</summary>
    public bool IsOnLambda { get; } = LambdaTrace.IsOnLambda;

    /// <summary>Requests that are over and serve again: see <see cref="RequestFactory"/>.</summary>
    public ConcurrentQueue<HttpRequestMessage> Idle { get; } = new();

    /// <summary>How far the endpoint's clock is from ours; shared by all calls of the client.</summary>
    public ClockSkew Skew { get; }

    /// <summary>The address that options and environment tell by themselves; null when files or the machine have to be asked. Blocks nothing.</summary>
    public static string? AtHand(BedrockClientOptions options, AwsService service)
    {
        if (options.ServiceUrl is { } url)
        {
            return Endpoint.ForUrl(url);
        }

        string? region = options.Region ?? (options.Profile is null ? AwsChain.RegionOfTheProcess() : null);
        string[] others = [service.EndpointVariable, "AWS_ENDPOINT_URL", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"];
        bool isElsewhere = Array.Exists(others, static variable => AwsChain.Text(variable) is not null);
        return region is null || isElsewhere ? null
            : Endpoint.ForRegion(service.EndpointPrefix, region, options.UseFips, options.UseDualStack || service.IsDualStack);
    }

    /// <summary>The address of a path and a query, percent-encoded both.</summary>
    public Uri UriOf(string path, string? query)
    {
        ref Target? place = ref _targets[(uint)path.GetHashCode(StringComparison.Ordinal) % (uint)_targets.Length];
        Target? target = Volatile.Read(ref place);
        if (target is null || target.Path != path || target.Query != query)
        {
            string wireQuery = string.IsNullOrEmpty(query) ? string.Empty : "?" + query;
            target = new Target(path, query, new Uri(BaseUrl + path + wireQuery));
            Volatile.Write(ref place, target);
        }

        return target.Uri;
    }

    /// <summary>Finds it. AWSSDK.Core reads files here, and its Region chain asks the instance's metadata service: both block their thread.</summary>
    public static Route Resolve(BedrockClientOptions options, AwsService service, ILogger? logger = null)
    {
        string region = AwsChain.ResolveRegion(options);
        EndpointSettings settings = EndpointSettings.Resolve(options, service, logger ?? NullLogger.Instance);
        string baseUrl = settings.ServiceUrl is { } url
            ? Endpoint.ForUrl(url)
            : Endpoint.ForRegion(service.EndpointPrefix, region, settings.UseFips, settings.UseDualStack || service.IsDualStack);
        return new Route(baseUrl, region, service.SigningName, settings.CorrectsClockSkew);
    }

    private sealed record Target(string Path, string? Query, Uri Uri);
}
