using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit;

/// <summary>Finds every fault of a set of options; each message names the setting and what to set.</summary>
internal sealed class BedrockClientOptionsValidator : IValidateOptions<BedrockClientOptions>
{
    public const int MaxAttempts = 20;

    private const int MaxConnections = 100_000;

    private static readonly TimeSpan MaxDelayFloor = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, BedrockClientOptions options)
    {
        List<string> faults = [];
        CheckRegion(options, faults);
        CheckCredentials(options, faults);
        CheckServiceUrl(options, faults);
        CheckNumbers(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Throws when something is wrong.</summary>
    public static void ThrowIfInvalid(BedrockClientOptions options)
    {
        ValidateOptionsResult result = new BedrockClientOptionsValidator().Validate(Options.DefaultName, options);
        if (result.Failed)
        {
            throw new BedrockConfigurationException([.. result.Failures]);
        }
    }

    private static void CheckRegion(BedrockClientOptions options, List<string> faults)
    {
        if (options.Region is { } unknown && !string.IsNullOrWhiteSpace(unknown) && options.ServiceUrl is null && !RegionNames.HaveAForm(unknown))
        {
            faults.Add($"Region '{unknown}' has not the form of a Region name, such as 'us-east-1': is it an Availability Zone, or misspelt?");
        }

        if (options.Region is { } region && !string.IsNullOrWhiteSpace(region)
            && (region.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')))
        {
            faults.Add("Region must be lower-case letters, digits and hyphens, such as 'us-east-1'; leave it out to take the Region from the AWS chain.");
        }
    }

    private static void CheckCredentials(BedrockClientOptions options, List<string> faults)
    {
        bool hasKey = !string.IsNullOrWhiteSpace(options.ApiKey);
        if (hasKey && options.Credentials is not null)
        {
            faults.Add("ApiKey and Credentials are both set: set one of them.");
        }

        if (!string.IsNullOrWhiteSpace(options.Profile) && (hasKey || options.Credentials is not null))
        {
            faults.Add("Profile is set beside ApiKey or Credentials: set one of them.");
        }

        if (hasKey && options.ApiKey!.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c > '\u007e'))
        {
            faults.Add("ApiKey must be printable ASCII without white space.");
        }
    }

    private static void CheckServiceUrl(BedrockClientOptions options, List<string> faults)
    {
        if (options.ServiceUrl is not { } url)
        {
            return;
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            faults.Add("ServiceUrl must be an absolute http or https address, such as 'https://vpce-….bedrock-runtime.us-east-1.vpce.amazonaws.com'.");
            return;
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            faults.Add("ServiceUrl must not have a query, a fragment or user information.");
        }

        if (options.UseFips || options.UseDualStack)
        {
            faults.Add("ServiceUrl excludes UseFips and UseDualStack: give the FIPS or dual-stack address itself, or leave ServiceUrl out.");
        }

        if (!string.IsNullOrWhiteSpace(options.ApiKey) && url.Scheme == Uri.UriSchemeHttp && !(url.IsLoopback && options.AllowApiKeyOverHttpLoopback))
        {
            faults.Add("ApiKey is refused over plain http: use an https ServiceUrl, or for a loopback address set AllowApiKeyOverHttpLoopback.");
        }
    }

    private static void CheckNumbers(BedrockClientOptions options, List<string> faults)
    {
        if (options.MaxAttempts is < 1 or > MaxAttempts)
        {
            faults.Add($"MaxAttempts must be 1 (no retry) to {MaxAttempts}; it is {options.MaxAttempts}.");
        }

        if (options.ModelNotReadyAttempts is < 1 or > MaxAttempts)
        {
            faults.Add($"ModelNotReadyAttempts must be 1 to {MaxAttempts}; it is {options.ModelNotReadyAttempts}.");
        }

        if (options.ThrottlingDelayFloor < TimeSpan.Zero || options.ThrottlingDelayFloor > MaxDelayFloor)
        {
            faults.Add($"ThrottlingDelayFloor must be zero to {MaxDelayFloor}; it is {options.ThrottlingDelayFloor}.");
        }

        if (options.RequestMetadata.Count > 16 || options.RequestMetadata.Any(p => p.Key.Length is 0 or > 256 || p.Value is null || p.Value.Length > 256))
        {
            faults.Add("RequestMetadata takes at most 16 pairs, with keys of 1 to 256 and values of at most 256 characters.");
        }

        if (options.Proxy is not null && options.HandlerFactory is not null)
        {
            faults.Add("Proxy and HandlerFactory are both set: set the proxy on the handler that the factory makes.");
        }

        if (options.MaxConnections is < 1 or > MaxConnections)
        {
            faults.Add($"MaxConnections must be 1 to {MaxConnections}; it is {options.MaxConnections}.");
        }

        CheckTime(nameof(options.ConnectionWaitTimeout), options.ConnectionWaitTimeout, faults);
        CheckTime(nameof(options.ConnectTimeout), options.ConnectTimeout, faults);
        CheckTime(nameof(options.FirstByteTimeout), options.FirstByteTimeout, faults);
        CheckTime(nameof(options.StreamIdleTimeout), options.StreamIdleTimeout, faults);
        if (options.OverallTimeout is { } overall)
        {
            CheckTime(nameof(options.OverallTimeout), overall, faults);
        }

        if (options.TimeProvider is null)
        {
            faults.Add("TimeProvider must not be null: use TimeProvider.System.");
        }
    }

    private static void CheckTime(string name, TimeSpan value, List<string> faults)
    {
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
        {
            faults.Add($"{name} must be positive and at most 24 days; it is {value}.");
        }
    }
}
