using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Signing of whole HTTP messages; the bytes that reach the connection are verified as the service would do it.</summary>
public class SigV4SignerHttpTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableCredentials Keys = new("AKID", "secret", null);
    private static readonly ImmutableCredentials Session = new("ASIA", "secret-2", "the-token");

    public static TheoryData<string, string> Uris => new()
    {
        { "http://example.test", "example.test" },
        { "http://example.test:80/a", "example.test" },
        { "http://example.test:8080/a", "example.test:8080" },
        { "http://EXAMPLE.test:443/a", "example.test:443" },
        { "http://127.0.0.1:9/a", "127.0.0.1:9" },
        { "http://[::1]/a", "[::1]" },
        { "http://[2001:DB8::1]:8080/a", "[2001:db8::1]:8080" },
        { "http://user@example.test/a", "example.test" },
        { "http://b\u00fccher.example:8080/a", "xn--bcher-kva.example:8080" },
        { "http://example.test/model/amazon.titan-embed-text-v2%3A0/invoke", "example.test" },
        { "http://example.test/model/amazon.titan-embed-text-v2:0/invoke", "example.test" },
        { "http://example.test/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Fa/converse-stream", "example.test" },
        { "http://example.test/a b/\u00e9/%7e/%2e/x//y/../z/?q", "example.test" },
        { "http://example.test/a?b=2&a=x y+z&\u00e9=%c3%a9&flag#fragment", "example.test" },
        { "http://example.test/a?", "example.test" },
    };

    [Theory]
    [MemberData(nameof(Uris))]
    public async Task Apply_Uri_SignsWhatIsSent(string uri, string host)
    {
        using HttpRequestMessage request = Request(new Uri(uri));
        Signer().Apply(request, Session, "{}"u8, Noon);

        string wire = await SendAsync(request);

        Assert.Contains($"\r\nHost: {host}\r\n", wire, StringComparison.Ordinal);
        AssertVerifies(wire, Session, "content-type;host;x-amz-date;x-amz-security-token");
    }

    [Fact]
    public async Task Apply_UriWithoutCanonicalization_SignsWhatIsSent()
    {
        var uri = new Uri(
            "http://example.test/model/%7e%2e%41:0/invoke?b=%7e&a=1", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using HttpRequestMessage request = Request(uri);
        Signer().Apply(request, Keys, "{}"u8, Noon);

        string wire = await SendAsync(request);

        Assert.StartsWith("POST /model/%7e%2e%41:0/invoke?b=%7e&a=1 HTTP/1.1\r\n", wire, StringComparison.Ordinal);
        AssertVerifies(wire, Keys, "content-type;host;x-amz-date");
    }

    [Fact]
    public async Task Apply_OwnHostHeader_SignsThatOne()
    {
        using HttpRequestMessage request = Request(new Uri("http://127.0.0.1:8080/a"));
        request.Headers.Host = "bedrock-runtime.us-east-1.amazonaws.com";
        Signer().Apply(request, Keys, "{}"u8, Noon);

        string wire = await SendAsync(request);

        Assert.Contains("\r\nHost: bedrock-runtime.us-east-1.amazonaws.com\r\n", wire, StringComparison.Ordinal);
        AssertVerifies(wire, Keys, "content-type;host;x-amz-date");
    }

    [Fact]
    public async Task Apply_Headers_SignsServiceHeadersOnly()
    {
        using HttpRequestMessage request = Request(new Uri("http://example.test/a"));
        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", "toolkit/1  (x)");
        headers.TryAddWithoutValidation("Accept", ["application/json", "text/plain;  q=1"]);
        headers.TryAddWithoutValidation("X-Amzn-Bedrock-Trace", "  ENABLED ");
        headers.TryAddWithoutValidation("X-Amz-Meta", ["one", "two  three"]);
        headers.TryAddWithoutValidation("amz-sdk-request", "attempt=1; max=3");
        headers.TryAddWithoutValidation("amz-sdk-invocation-id", "8a1d");
        headers.TryAddWithoutValidation("X-Amzn-Trace-Id", "Root=1");
        headers.TryAddWithoutValidation("traceparent", "00-1-1-00");
        Signer(setContentSha256: true).Apply(request, Session, "{}"u8, Noon);

        string wire = await SendAsync(request);

        AssertVerifies(
            wire,
            Session,
            "accept;amz-sdk-invocation-id;amz-sdk-request;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta;x-amz-security-token;x-amzn-bedrock-trace",
            setContentSha256: true);
    }

    [Fact]
    public async Task Apply_SecondAttempt_ReplacesFirstSignature()
    {
        using HttpRequestMessage request = Request(new Uri("http://example.test/a"));
        SigV4Signer signer = Signer(setContentSha256: true);
        signer.Apply(request, Session, "{\"old\":1}"u8, Noon);
        var renewed = new ImmutableCredentials("ASIA2", "secret-3", "other-token");

        signer.Apply(request, renewed, "{}"u8, Noon.AddSeconds(3));

        Assert.Equal("20260115T120003Z", Assert.Single(request.Headers.GetValues("x-amz-date")));
        Assert.Equal("other-token", Assert.Single(request.Headers.GetValues("x-amz-security-token")));
        Assert.Single(request.Headers.GetValues("x-amz-content-sha256"));
        Assert.Single(request.Headers.GetValues("Authorization"));
        AssertVerifies(
            await SendAsync(request), renewed, "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token", setContentSha256: true);
    }

    [Fact]
    public void Apply_TokenNoLongerNeeded_RemovesIt()
    {
        using HttpRequestMessage request = Request(new Uri("http://example.test/a"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "old");
        Signer().Apply(request, Session, "{}"u8, Noon);

        Signer().Apply(request, Keys, "{}"u8, Noon);

        using HttpRequestMessage fresh = Request(new Uri("http://example.test/a"));
        Signer().Apply(fresh, Keys, "{}"u8, Noon);
        Assert.False(request.Headers.Contains("x-amz-security-token"));
        Assert.Equal(fresh.Headers.ToString(), request.Headers.ToString());
    }

    [Fact]
    public void Apply_LowerCaseMethod_SignsItAsSent()
    {
        using HttpRequestMessage lower = new(new HttpMethod("get"), "http://example.test/a");
        using HttpRequestMessage upper = new(HttpMethod.Get, "http://example.test/a");
        Signer().Apply(lower, Keys, [], Noon);
        Signer().Apply(upper, Keys, [], Noon);

        Assert.Equal(upper.Headers.ToString(), lower.Headers.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/model/a/invoke")]
    public void Apply_NoAbsoluteUri_Throws(string? uri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri);

        Assert.Throws<InvalidOperationException>(() => Signer().Apply(request, Keys, [], Noon));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Apply_InParts_SendsTheSameBytes(bool signedBefore)
    {
        SigV4Signer signer = Signer();
        using HttpRequestMessage whole = Request(new Uri("http://example.test/model/a%3A0/invoke"));
        signer.Apply(whole, Session, "{}"u8, Noon);
        using HttpRequestMessage parts = Request(new Uri("http://example.test/model/a%3A0/invoke"));
        if (signedBefore)
        {
            signer.Apply(parts, Session, "{}"u8, Noon.AddDays(-1), inParts: true);
        }

        signer.Apply(parts, Session, "{}"u8, Noon, inParts: true);

        Assert.Equal(3, parts.Headers.NonValidated["Authorization"].Count);
        Assert.Equal(await SendAsync(whole), await SendAsync(parts));
    }

    [Fact]
    public void Apply_OtherHeadersThanBefore_NamesThem()
    {
        SigV4Signer signer = Signer();
        foreach (string[] names in (string[][])[["x-amz-a"], ["x-amz-a", "x-amz-b"], ["x-amz-b"], [], ["x-amz-b"]])
        {
            using HttpRequestMessage request = Request(new Uri("http://example.test/a"));
            foreach (string name in names)
            {
                request.Headers.TryAddWithoutValidation(name, "1");
            }

            signer.Apply(request, Keys, "{}"u8, Noon);

            string all = string.Join(';', (string[])["content-type", "host", .. names, "x-amz-date"]);
            Assert.Contains($" SignedHeaders={all},", request.Headers.NonValidated["Authorization"].ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Apply_LargeBody_AllocatesNothingOfItsSize()
    {
        byte[] body = new byte[1024 * 1024];
        using HttpRequestMessage request = Request(new Uri("http://example.test/a"));
        SigV4Signer signer = Signer();
        signer.Apply(request, Session, body, Noon);

        long before = GC.GetAllocatedBytesForCurrentThread();
        signer.Apply(request, Session, body, Noon);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 1, 8 * 1024);
    }

    private static SigV4Signer Signer(bool setContentSha256 = false) => new("us-east-1", "bedrock", setContentSha256: setContentSha256);

    private static HttpRequestMessage Request(Uri uri) => new(HttpMethod.Post, uri)
    {
        Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    /// <summary>Does what the service does: signs the signed headers of what arrived and compares.</summary>
    private static void AssertVerifies(string wire, ImmutableCredentials credentials, string signedHeaders, bool setContentSha256 = false)
    {
        SigV4Request arrived = SigV4Vectors.ParseRequestText(wire);
        string authorization = SigV4Vectors.HeaderOf(arrived, "Authorization")!;
        string[] names = signedHeaders.Split(';');
        var verified = new SigV4Request
        {
            Method = arrived.Method,
            Path = arrived.Path,
            Query = arrived.Query,
            PayloadSha256 = arrived.PayloadSha256,
            Headers = [.. arrived.Headers.Where(header => names.Contains(header.Key, StringComparer.OrdinalIgnoreCase))],
        };
        DateTimeOffset time = SigV4Vectors.ParseDate(SigV4Vectors.HeaderOf(arrived, "x-amz-date")!);

        Assert.Contains($" SignedHeaders={signedHeaders},", authorization, StringComparison.Ordinal);
        Assert.Equal(credentials.Token is { Length: > 0 } token ? token : null, SigV4Vectors.HeaderOf(arrived, "x-amz-security-token"));
        Assert.Equal(setContentSha256 ? arrived.PayloadSha256 : null, SigV4Vectors.HeaderOf(arrived, "x-amz-content-sha256"));
        Assert.Equal(Signer(setContentSha256).Sign(verified, credentials, time).Authorization, authorization);
    }

    /// <summary>Sends the request over a connection in memory and gives back what was written to it.</summary>
    private static async Task<string> SendAsync(HttpRequestMessage request)
    {
        var connection = new RecordingStream();
        using var handler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = (_, _) => new(connection) };
        using var client = new HttpClient(handler);
        using HttpResponseMessage response = await client.SendAsync(request);
        return Encoding.UTF8.GetString(connection.Written.ToArray());
    }

    private sealed class RecordingStream : Stream
    {
        private readonly MemoryStream _answer = new("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());

        public MemoryStream Written { get; } = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => _answer.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
