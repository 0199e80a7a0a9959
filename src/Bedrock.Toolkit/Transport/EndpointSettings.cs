using Amazon;
using Amazon.Runtime.CredentialManagement;
using Bedrock.Toolkit.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>Where the options leave the address open: what the environment and the AWS profile say, in the order of the AWS SDKs.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
internal sealed class EndpointSettings
{
    private EndpointSettings(Uri? serviceUrl, bool useFips, bool useDualStack, bool correctsClockSkew)
    {
        ServiceUrl = serviceUrl;
        UseFips = useFips;
        UseDualStack = useDualStack;
        CorrectsClockSkew = correctsClockSkew;
    }

    public Uri? ServiceUrl { get; }

    public bool UseFips { get; }

    public bool UseDualStack { get; }

    public bool CorrectsClockSkew { get; }

    /// <summary>Reads the settings of a service. The shared files are looked at only for what options and environment leave open.</summary>
    /// <exception cref="BedrockConfigurationException">A setting is malformed, or two of them exclude each other; the message names them.</exception>
    public static EndpointSettings Resolve(BedrockClientOptions options, AwsService service, ILogger logger)
    {
        var profile = new OpenProfile(options, logger);
        bool isInCode = options.ServiceUrl is not null;
        bool fips = options.UseFips || (Flag("AWS_USE_FIPS_ENDPOINT") ?? (!isInCode && profile.Value?.UseFIPSEndpoint is true));
        bool dualStack = options.UseDualStack || (Flag("AWS_USE_DUALSTACK_ENDPOINT") ?? (!isInCode && profile.Value?.UseDualstackEndpoint is true));
        bool skewOff = options.DisableClockSkewCorrection
            || !AWSConfigs.CorrectForClockSkew
            || (Flag("AWS_DISABLE_CLOCK_SKEW_CORRECTION") ?? profile.Value?.DisableClockSkewCorrection ?? false);
        Uri? url = options.ServiceUrl ?? ConfiguredUrl(service, profile);
        if (url is not null && (fips || dualStack))
        {
            throw AwsChain.Invalid(
                $"A custom address ({Host(url)}) excludes {(fips ? "UseFips (AWS_USE_FIPS_ENDPOINT)" : "UseDualStack (AWS_USE_DUALSTACK_ENDPOINT)")}: "
                + "give the FIPS or dual-stack address itself, or leave the custom address out.");
        }

        return new EndpointSettings(url, fips, dualStack, !skewOff);
    }

    private static Uri? ConfiguredUrl(AwsService service, OpenProfile open)
    {
        if (Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? open.Value?.IgnoreConfiguredEndpointUrls ?? false)
        {
            return null;
        }

        foreach (string variable in (ReadOnlySpan<string>)[service.EndpointVariable, "AWS_ENDPOINT_URL"])
        {
            if (AwsChain.Text(variable) is { } fromEnvironment)
            {
                return ParseUrl(fromEnvironment, variable);
            }
        }

        if (open.Value is not { } profile)
        {
            return null;
        }

        string? fromProfile = profile.Services is null
            ? profile.EndpointUrl
            : SharedFiles.Read(open.Name, name => SharedProfileSettings.EndpointUrl(service, name));
        return string.IsNullOrWhiteSpace(fromProfile) ? null : ParseUrl(fromProfile, $"endpoint_url of the AWS profile '{open.Name}'");
    }

    private static Uri ParseUrl(string text, string source)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw AwsChain.Invalid($"{source} must be an absolute http or https address.");
        }

        return url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0
            ? throw AwsChain.Invalid($"{source} must not have a query, a fragment or user information.")
            : url;
    }

    private static bool? Flag(string variable) => AwsChain.Text(variable) is not { } text ? null
        : bool.TryParse(text.Trim(), out bool value) ? value
        : throw AwsChain.Invalid($"{variable} must be true or false.");

    private static string Host(Uri url) => url.Authority;

    /// <summary>The profile, read when something of it is asked for first. One that nobody named in code is passed over when it cannot be read, and
    /// that is logged.</summary>
    private sealed class OpenProfile(BedrockClientOptions options, ILogger logger)
    {
        private bool _isRead;
        private CredentialProfile? _value;

        public string Name { get; } = options.Profile ?? AwsChain.ProfileOfTheEnvironment;

        public CredentialProfile? Value
        {
            get
            {
                if (!_isRead)
                {
                    _isRead = true;
                    _value = Read();
                }

                return _value;
            }
        }

        private CredentialProfile? Read()
        {
            if (options.Profile is { } required)
            {
                return AwsChain.FindProfile(required);
            }

            try
            {
                return SharedFiles.Find(Name);
            }
            catch (BedrockConfigurationException e)
            {
                // Region and identity look for themselves, and throw where they need the file.
                Log.SharedFilesUnreadable(logger, e.Message);
                return null;
            }
        }
    }
}
