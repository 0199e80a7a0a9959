using Amazon;

namespace Bedrock.Toolkit.Transport;

/// <summary>Where a service is reached, and for which Region its requests are signed.</summary>
internal static class Endpoint
{
    // The dual-stack suffix of each partition; AWSSDK.Core knows only the plain one.
    // Source: the partitions file that every AWS SDK ships.
    private static readonly Dictionary<string, string> DualStackSuffixes = new(StringComparer.Ordinal)
    {
        ["aws"] = "api.aws",
        ["aws-us-gov"] = "api.aws",
        ["aws-cn"] = "api.amazonwebservices.com.cn",
        ["aws-eusc"] = "api.amazonwebservices.eu",
        ["aws-iso"] = "api.aws.ic.gov",
        ["aws-iso-b"] = "api.aws.scloud",
        ["aws-iso-e"] = "api.cloud-aws.adc-e.uk",
        ["aws-iso-f"] = "api.aws.hci.ic.gov",
    };

    /// <summary>The base address of a service, without a slash at its end.</summary>
    public static string ForRegion(AwsService service, string region, bool useFips, bool useDualStack) =>
        ForRegion(service.EndpointPrefix, region, useFips, useDualStack || service.IsDualStackOnly);

    /// <summary>The base address, without a slash at its end.</summary>
    /// <param name="service">The endpoint prefix, such as <c>bedrock-runtime</c>.</param>
    /// <param name="region">The Region.</param>
    /// <param name="useFips">Whether to call the FIPS endpoint.</param>
    /// <param name="useDualStack">Whether to call the dual-stack endpoint.</param>
    public static string ForRegion(string service, string region, bool useFips, bool useDualStack)
    {
        RegionEndpoint facts = RegionEndpoint.GetBySystemName(region);
        string suffix = useDualStack
            ? DualStackSuffixes.GetValueOrDefault(facts.PartitionName, "api.aws")
            : facts.PartitionDnsSuffix;
        return $"https://{service}{(useFips ? "-fips" : string.Empty)}.{region}.{suffix}";
    }

    /// <summary>The base address of a custom endpoint, without a slash at its end; its path is kept.</summary>
    public static string ForUrl(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
