using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>The signer against the signer of the AWS SDK for .NET on random requests.</summary>
public class SigV4DifferentialTests
{
    private const int Requests = 100_000;
    private const string Region = "eu-central-1";
    private const string Alphabet = "abcXYZ019-._~:/ @$&+,;=!*'()[]#?%\u00e9\u1234\U0001F600";

    private static readonly Rune[] Runes = [.. Alphabet.EnumerateRunes()];

    [Fact]
    public void Sign_RandomRequests_AgreesWithAwsSdk()
    {
        var random = new Random(20260115);
        var signer = new SigV4Signer(Region, "bedrock", setContentSha256: true);
        var seen = new HashSet<string>();
        for (int i = 0; i < Requests; i++)
        {
            var credentials = new ImmutableCredentials(
                "AKID" + random.Next(4), "secret" + random.Next(4), random.Next(2) == 0 ? null : "token/" + random.Next() + "+==");
            DateTimeOffset now = DateTimeOffset.UnixEpoch.AddSeconds(random.NextInt64(1_000_000_000, 2_000_000_000));
            string modelId = Text(random, 1, 40);
            byte[] body = new byte[random.Next(0, 300)];
            random.NextBytes(body);
            KeyValuePair<string, string>[] headers = Headers(random);
            KeyValuePair<string, string>[] query = Query(random);
            int port = random.Next(3) == 0 ? random.Next(1024, 65536) : 443;

            AWS4SigningResult theirs = SignWithAwsSdk(modelId, query, headers, body, port, credentials, now, out string wirePath);
            var request = new SigV4Request
            {
                Method = "POST",
                Path = wirePath,
                Query = string.Join('&', query.Reverse().Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value))),
                Headers = [new("Host", port == 443 ? "example.test" : "example.test:" + port.ToString(CultureInfo.InvariantCulture)), .. headers],
                PayloadSha256 = SigV4Signer.HashPayload(body),
            };
            SigV4Signature ours = signer.Sign(request, credentials, now);

            Assert.True(
                theirs.ForAuthorizationHeader == ours.Authorization,
                $"Request {i}, id '{modelId}': '{ours.Authorization}' is not '{theirs.ForAuthorizationHeader}'.");
            Assert.Equal(theirs.ISO8601DateTime, ours.AmzDate);
            seen.Add(theirs.Signature);
        }

        Assert.Equal(Requests, seen.Count);
    }

    private static AWS4SigningResult SignWithAwsSdk(
        string modelId, KeyValuePair<string, string>[] query, KeyValuePair<string, string>[] headers, byte[] body, int port,
        ImmutableCredentials credentials, DateTimeOffset now, out string wirePath)
    {
        using var request = new DefaultRequest(new GetCallerIdentityRequest(), "bedrock")
        {
            HttpMethod = "POST",
            Endpoint = new Uri("https://example.test:" + port.ToString(CultureInfo.InvariantCulture)),
            ResourcePath = "/model/{modelId}/invoke",
            Content = body,
            OverrideSigningServiceName = "bedrock",
            AuthenticationRegion = Region,
            UseQueryString = true,
        };
        request.AddPathResource("{modelId}", modelId);
        foreach ((string name, string value) in query)
        {
            request.Parameters.Add(name, value);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (!string.IsNullOrEmpty(credentials.Token))
        {
            request.Headers["X-Amz-Security-Token"] = credentials.Token;
        }

        wirePath = AmazonServiceClient.ComposeUrl(request).AbsolutePath;
        var config = new AmazonSecurityTokenServiceConfig { AuthenticationRegion = Region, ServiceURL = "https://example.test" };
        return new AWS4Signer().SignRequest(request, config, null, credentials.AccessKey, credentials.SecretKey, now.UtcDateTime);
    }

    // The SDK leaves the amz-sdk-* headers unsigned, which is as good as signing them, so they are not among these.
    private static KeyValuePair<string, string>[] Headers(Random random)
    {
        string[] names = ["Content-Type", "X-Amz-Target", "Accept", "x-amzn-bedrock-trace", "X-Custom_" + random.Next(9), "User-Agent"];
        return [.. names.Where(_ => random.Next(2) == 0).Select(name => new KeyValuePair<string, string>(name, Spaced(random)))];
    }

    // The SDK sorts parameters by their raw names, SigV4 by the encoded ones, so a name that needs encoding comes alone.
    private static KeyValuePair<string, string>[] Query(Random random) => random.Next(4) switch
    {
        0 => [],
        1 => [new(Text(random, 1, 6), Text(random, 0, 6))],
        _ => [.. Enumerable.Range(0, random.Next(2, 6)).Select(i => new KeyValuePair<string, string>(Plain(random) + i, Text(random, 0, 6)))],
    };

    private static string Plain(Random random) => new(random.GetItems<char>("abXY01-._~", random.Next(1, 4)));

    private static string Spaced(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => new string(' ', random.Next(4)) + (char)random.Next('!', '~' + 1)));

    private static string Text(Random random, int min, int max)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(min, max)).Select(_ => Runes[random.Next(Runes.Length)].ToString()));
        return min > 0 && text.Trim('.', '/', ' ').Length == 0 ? "m" + text : text;
    }
}
