using Amazon.Runtime;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Signs again what was sent, from what the wire shows.</summary>
internal static class Signed
{
    /// <summary>The Authorization header that the request should have.</summary>
    public static string Again(SentRequest sent, string accessKey, string secretKey, string region)
    {
        using var request = new HttpRequestMessage(sent.Method, sent.Uri) { Content = new ByteArrayContent(sent.Body) };
        foreach ((string name, string value) in sent.Headers)
        {
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        DateTimeOffset date = DateTimeOffset.ParseExact(
            sent.Header("x-amz-date")!, "yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.AssumeUniversal);
        new SigV4Signer(region, "bedrock").Apply(request, new ImmutableCredentials(accessKey, secretKey, sent.Header("x-amz-security-token")), sent.Body, date);
        return request.Headers.NonValidated["Authorization"].ToString();
    }
}
