using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

public class SignatureCheckTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Date = "20260115T120000Z";
    private const string Token = "token/with+signs==";

    // Both signatures were computed by a script of another language, from the published rules.
    private const string Signature = "a27b942af31835fa7cba5477429932f91d8c0c9cf9727cc1f6b0ee6f27b54169";
    private const string SessionSignature = "680a943778dd4fa38cacb955076edb4b4660663ca14add276f2f134a6f509742";

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);

    [Fact]
    public void Verify_KnownSignature_Passes() => Check().Verify(Request());

    [Fact]
    public void Verify_KnownSessionSignature_Passes() => Check("ASIAEXAMPLE", Token).Verify(SessionRequest());

    [Theory]
    [InlineData("path", "InvalidSignatureException", "does not match")]
    [InlineData("body", "InvalidSignatureException", "does not match")]
    [InlineData("query", "InvalidSignatureException", "does not match")]
    [InlineData("content-type", "InvalidSignatureException", "does not match")]
    [InlineData("hash", "InvalidSignatureException", "SignedHeader")]
    [InlineData("secret", "InvalidSignatureException", "does not match")]
    [InlineData("key id", "UnrecognizedClientException", "security token")]
    [InlineData("token", "UnrecognizedClientException", "security token")]
    [InlineData("region", "InvalidSignatureException", "valid region")]
    [InlineData("service", "InvalidSignatureException", "correct service")]
    [InlineData("scope date", "InvalidSignatureException", "Credential scope")]
    [InlineData("unsigned host", "InvalidSignatureException", "'host' must be")]
    [InlineData("missing header", "InvalidSignatureException", "not in the request")]
    [InlineData("no date", "IncompleteSignatureException", "X-Amz-Date")]
    [InlineData("no signature", "IncompleteSignatureException", "requires 'Credential'")]
    [InlineData("no authorization", "MissingAuthenticationTokenException", "Missing")]
    [InlineData("basic", "MissingAuthenticationTokenException", "Missing")]
    [InlineData("wrong key", "UnrecognizedClientException", "security token")]
    public void Verify_Wrong_IsRefusedWithoutSecrets(string what, string code, string message)
    {
        ReceivedRequest request = what switch
        {
            "path" => Request(path: "/model/amazon.titan-embed-text-v2:0/invoke"),
            "body" => Request(body: "{}"),
            "query" => Request(query: "a=b"),
            "content-type" => Request(change: ("content-type", "text/plain")),
            "hash" => Request(change: ("x-amz-content-sha256", "00")),
            "token" => Request(change: ("x-amz-security-token", "t")),
            "region" => Request(authorize: a => a.Replace("us-east-1", "us-west-2", StringComparison.Ordinal)),
            "service" => Request(authorize: a => a.Replace("/bedrock/", "/s3/", StringComparison.Ordinal)),
            "scope date" => Request(authorize: a => a.Replace("20260115", "20260114", StringComparison.Ordinal)),
            "unsigned host" => Request(authorize: a => a.Replace("host;", string.Empty, StringComparison.Ordinal)),
            "missing header" => Request(authorize: a => a.Replace("host;", "host;x-absent;", StringComparison.Ordinal)),
            "no date" => Request(change: ("x-amz-date", null)),
            "no signature" => Request(authorize: a => a[..a.IndexOf(", Signature", StringComparison.Ordinal)]),
            "no authorization" => Request(change: ("Authorization", null)),
            "basic" => Request(change: ("Authorization", "Basic abc")),
            "wrong key" => Request(change: ("Authorization", "Bearer wrong")),
            _ => Request(),
        };
        SignatureCheck check = what switch
        {
            "key id" => Check("AKIDOTHER"),
            "secret" => Check(secret: "other-secret"),
            _ => Check(),
        };

        ServiceFailure failure = Assert.Throws<ServiceFailure>(() => check.Verify(request));

        Assert.Equal(403, failure.StatusCode);
        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Signature, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_UnsignedToken_IsRefused()
    {
        ReceivedRequest request = SessionRequest(";x-amz-security-token");

        Assert.Contains("x-amz-security-token", Assert.Throws<ServiceFailure>(() => Check("ASIAEXAMPLE", Token).Verify(request)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(-300, null)]
    [InlineData(301, "Signature expired: 20260115T120000Z is now earlier than 20260115T120001Z (20260115T120501Z - 5 min.)")]
    [InlineData(-301, "Signature not yet current: 20260115T120000Z is still later than 20260115T115959Z (20260115T115459Z + 5 min.)")]
    public void Verify_Date_MayBeFiveMinutesOff(int secondsLater, string? message)
    {
        var check = new SignatureCheck("us-east-1", new OneKey("AKIDEXAMPLE", Secret, null, null), new FakeTimeProvider(Noon.AddSeconds(secondsLater)));

        Exception? failure = Record.Exception(() => check.Verify(Request()));

        Assert.Equal(message, failure?.Message);
    }

    [Fact]
    public void Verify_ApiKey_Passes()
    {
        var check = new SignatureCheck("us-east-1", new OneKey("a", "b", null, "the-key"), _time);

        check.Verify(Request(change: ("Authorization", "Bearer the-key")));
        Assert.Throws<ServiceFailure>(() => check.Verify(Request(change: ("Authorization", "Bearer the-kez"))));
    }

    [Fact]
    public void Verify_SignedByAwsSdk_Passes()
    {
        string[] ids = ["amazon.titan-text-lite-v1", "amazon.titan-embed-text-v2:0", "arn:aws:bedrock:us-east-1::foundation-model/a.b", "m !*'()~%41\u00e9"];
        foreach (string id in ids)
        {
            using var request = new DefaultRequest(new GetCallerIdentityRequest(), "bedrock")
            {
                HttpMethod = "POST",
                Endpoint = new Uri("https://example.test:8443"),
                ResourcePath = "/model/{modelId}/invoke",
                Content = "{\"a\":1}"u8.ToArray(),
                OverrideSigningServiceName = "bedrock",
                AuthenticationRegion = "us-east-1",
                UseQueryString = true,
            };
            request.AddPathResource("{modelId}", id);
            request.Parameters.Add("b", "2 +/\u00e9");
            request.Parameters.Add("a", "1");
            request.Headers["X-Amz-Security-Token"] = Token;
            request.Headers["Content-Type"] = "application/json";
            Uri uri = AmazonServiceClient.ComposeUrl(request);
            var config = new AmazonSecurityTokenServiceConfig { AuthenticationRegion = "us-east-1", ServiceURL = "https://example.test" };
            AWS4SigningResult signed = new AWS4Signer().SignRequest(request, config, null, "ASIAEXAMPLE", Secret, Noon.UtcDateTime);
            var received = new ReceivedRequest
            {
                Method = "POST",
                Path = uri.AbsolutePath,
                Query = uri.Query[1..],
                Headers = [.. request.Headers, new("Authorization", signed.ForAuthorizationHeader)],
                Body = request.Content,
            };

            var time = new FakeTimeProvider(
                DateTimeOffset.ParseExact(signed.ISO8601DateTime, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            new SignatureCheck("us-east-1", new OneKey("ASIAEXAMPLE", Secret, Token, null), time).Verify(received);
        }
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("/a%3Ab/c:d", "/a%253Ab/c%3Ad")]
    [InlineData("/a//b/./c/../d/", "/a/b/d/")]
    [InlineData("/../x", "/x")]
    [InlineData("/~-._", "/~-._")]
    public void Path_Raw_IsEncodedOnceMore(string raw, string canonical) => Assert.Equal(canonical, CanonicalRequest.Path(raw));

    [Theory]
    [InlineData("", "")]
    [InlineData("b=2&a=1&a=0&flag", "a=0&a=1&b=2&flag=")]
    [InlineData("%c3%a9=x%20y&c=a=b&d=1+2", "%C3%A9=x%20y&c=a%3Db&d=1%2B2")]
    public void Query_Raw_IsSortedAndEncoded(string raw, string canonical) => Assert.Equal(canonical, CanonicalRequest.Query(raw));

    private SignatureCheck Check(string id = "AKIDEXAMPLE", string? token = null, string secret = Secret) =>
        new("us-east-1", new OneKey(id, secret, token, null), _time);

    private static ReceivedRequest SessionRequest(string unsigned = "\0") => new()
    {
        Method = "POST",
        Path = "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Famazon.titan-text-lite-v1/invoke-with-response-stream",
        Headers =
        [
            new("Host", "example.test"),
            new("X-Amz-Date", Date),
            new("X-Amz-Security-Token", Token),
            new("Authorization", $"AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature={SessionSignature}"
                .Replace(unsigned, string.Empty, StringComparison.Ordinal)),
        ],
        Body = "{}"u8.ToArray(),
    };

    private static ReceivedRequest Request(
        string path = "/model/amazon.titan-embed-text-v2%3A0/invoke", string query = "", string body = "{\"inputText\":\"hello\"}",
        (string Name, string? Value)? change = null, Func<string, string>? authorize = null)
    {
        string authorization =
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature={Signature}";
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = "127.0.0.1:8080",
            ["Content-Type"] = "  application/json ",
            ["X-Amz-Date"] = Date,
            ["Authorization"] = authorize?.Invoke(authorization) ?? authorization,
        };
        if (change is var (name, value))
        {
            headers.Remove(name);
            if (value is not null)
            {
                headers[name] = value;
            }
        }

        return new ReceivedRequest { Method = "POST", Path = path, Query = query, Headers = [.. headers], Body = Encoding.UTF8.GetBytes(body) };
    }

    private sealed class OneKey(string id, string secret, string? token, string? apiKey) : ICallerKeys
    {
        public string? ApiKey => apiKey;

        public IReadOnlyList<ImmutableCredentials> Find(string accessKeyId) => accessKeyId == id ? [new ImmutableCredentials(id, secret, token)] : [];
    }
}
