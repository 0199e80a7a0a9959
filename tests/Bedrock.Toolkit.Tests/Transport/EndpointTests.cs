using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

public class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://bedrock-runtime.us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", true, false, "https://bedrock-runtime-fips.eu-central-1.amazonaws.com")]
    [InlineData("eu-central-1", false, true, "https://bedrock-runtime.eu-central-1.api.aws")]
    [InlineData("us-gov-west-1", true, true, "https://bedrock-runtime-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-northwest-1", false, false, "https://bedrock-runtime.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", false, false, "https://bedrock-runtime.eusc-de-east-1.amazonaws.eu")]
    [InlineData("eusc-de-east-1", false, true, "https://bedrock-runtime.eusc-de-east-1.api.amazonwebservices.eu")]
    [InlineData("us-east-99", false, false, "https://bedrock-runtime.us-east-99.amazonaws.com")]
    [InlineData("cn-south-9", false, false, "https://bedrock-runtime.cn-south-9.amazonaws.com.cn")]
    [InlineData("mars-north-1", false, false, "https://bedrock-runtime.mars-north-1.amazonaws.com")]
    public void ForRegion_KnownAndUnknownRegions_Resolve(string region, bool fips, bool dualStack, string expected) =>
        Assert.Equal(expected, Endpoint.ForRegion("bedrock-runtime", region, fips, dualStack));

    [Theory]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("https://example.com/", "https://example.com")]
    [InlineData("https://example.com:8443/gateway/bedrock/", "https://example.com:8443/gateway/bedrock")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://[::1]:5000/a%20b", "http://[::1]:5000/a%20b")]
    [InlineData("https://bücher.example/x", "https://bücher.example/x")]
    public void ForUrl_PathIsKept_EndSlashIsNot(string url, string expected) =>
        Assert.Equal(new Uri(expected).AbsoluteUri.TrimEnd('/'), new Uri(Endpoint.ForUrl(new Uri(url))).AbsoluteUri.TrimEnd('/'));
}
