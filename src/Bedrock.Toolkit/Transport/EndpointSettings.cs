using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Transport;

/// <summary>Where the options leave the address open: what the environment and the AWS profile say, in the order of the AWS SDKs.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
internal sealed class EndpointSettings
{
    private const string DefaultProfile = "default";

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

    /// <summary>Reads the settings of a service.</summary>
    /// <exception cref="OptionsValidationException">A setting is malformed, or two of them exclude each other; the message names them.</exception>
    public static EndpointSettings Resolve(BedrockClientOptions options, AwsService service)
    {
        string profileName = options.Profile ?? Text("AWS_PROFILE") ?? DefaultProfile;
        CredentialProfile? profile = FindProfile(profileName, isRequired: options.Profile is not null);
        bool fips = options.UseFips || (Flag("AWS_USE_FIPS_ENDPOINT") ?? profile?.UseFIPSEndpoint ?? false);
        bool dualStack = options.UseDualStack || (Flag("AWS_USE_DUALSTACK_ENDPOINT") ?? profile?.UseDualstackEndpoint ?? false);
        bool skewOff = options.DisableClockSkewCorrection
            || !AWSConfigs.CorrectForClockSkew
            || (Flag("AWS_DISABLE_CLOCK_SKEW_CORRECTION") ?? profile?.DisableClockSkewCorrection ?? false);
        Uri? url = options.ServiceUrl ?? ConfiguredUrl(service, profileName, profile);
        if (url is not null && (fips || dualStack))
        {
            throw AwsChain.Invalid(
                $"A custom address ({Host(url)}) excludes {(fips ? "UseFips (AWS_USE_FIPS_ENDPOINT)" : "UseDualStack (AWS_USE_DUALSTACK_ENDPOINT)")}: "
                + "give the FIPS or dual-stack address itself, or leave the custom address out.");
        }

        return new EndpointSettings(url, fips, dualStack, !skewOff);
    }

    private static Uri? ConfiguredUrl(AwsService service, string profileName, CredentialProfile? profile)
    {
        if (Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? profile?.IgnoreConfiguredEndpointUrls ?? false)
        {
            return null;
        }

        foreach (string variable in (ReadOnlySpan<string>)[service.EndpointVariable, "AWS_ENDPOINT_URL"])
        {
            if (Text(variable) is { } fromEnvironment)
            {
                return ParseUrl(fromEnvironment, variable);
            }
        }

        string source = $"endpoint_url of the AWS profile '{profileName}'";
        try
        {
            string? fromProfile = profile?.Services is null ? profile?.EndpointUrl : SharedProfileSettings.EndpointUrl(service, profileName);
            return string.IsNullOrWhiteSpace(fromProfile) ? null : ParseUrl(fromProfile, source);
        }
        catch (AmazonClientException e)
        {
            throw AwsChain.Invalid($"{source} cannot be read: {e.Message}");
        }
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

    private static CredentialProfile? FindProfile(string name, bool isRequired)
    {
        if (isRequired)
        {
            return AwsChain.FindProfile(name);
        }

        try
        {
            return new CredentialProfileStoreChain().TryGetProfile(name, out CredentialProfile found) ? found : null;
        }
        catch (AmazonClientException e)
        {
            throw AwsChain.Invalid($"The shared AWS files cannot be read for the profile '{name}': {e.Message}");
        }
    }

    private static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static bool? Flag(string variable) => Text(variable) is not { } text ? null
        : bool.TryParse(text.Trim(), out bool value) ? value
        : throw AwsChain.Invalid($"{variable} must be true or false.");

    private static string Host(Uri url) => url.Authority;
}
