using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Bedrock.Toolkit.Benchmarks.Transport;

/// <summary>The signer of AWSSDK.Core, called as a hand-written client would.</summary>
internal sealed class AwsCoreSigner(Uri endpoint, string region, ImmutableCredentials credentials)
{
    private readonly AWS4Signer _signer = new();
    private readonly AmazonSecurityTokenServiceConfig _config = new() { AuthenticationRegion = region, ServiceURL = endpoint.ToString() };

    /// <summary>The SDK's form of a request for a model.</summary>
    public DefaultRequest Describe(string modelId, string operation, byte[] body)
    {
        var request = new DefaultRequest(new GetCallerIdentityRequest(), "bedrock")
        {
            HttpMethod = "POST",
            Endpoint = endpoint,
            ResourcePath = "/model/{modelId}/" + operation,
            Content = body,
            OverrideSigningServiceName = "bedrock",
            AuthenticationRegion = region,
        };
        request.AddPathResource("{modelId}", modelId);
        request.Headers["Content-Type"] = "application/json";
        return request;
    }

    /// <summary>Signs for a moment.</summary>
    public AWS4SigningResult Sign(DefaultRequest request, DateTime now) =>
        _signer.SignRequest(request, _config, null, credentials.AccessKey, credentials.SecretKey, now);

    /// <summary>A signed HTTP request for a model.</summary>
    public HttpRequestMessage Create(string modelId, string operation, byte[] body)
    {
        using DefaultRequest described = Describe(modelId, operation, body);
        AWS4SigningResult signature = Sign(described, DateTime.UtcNow);
        var request = new HttpRequestMessage(HttpMethod.Post, AmazonServiceClient.ComposeUrl(described)) { Content = new ByteArrayContent(body) };
        foreach ((string name, string value) in described.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        return request;
    }
}
