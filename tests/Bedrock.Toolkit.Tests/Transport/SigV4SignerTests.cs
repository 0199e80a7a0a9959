using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

public class SigV4SignerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableCredentials Keys = new("AKID", "secret", null);
    private static readonly ImmutableCredentials Session = new("ASIA", "secret", "the-token");

    [Fact]
    public void Sign_OtherSecretSameAccessKey_UsesNewKey()
    {
        SigV4Signer signer = Signer();
        string before = signer.Sign(Request(), Keys, Noon).Authorization;
        var rotated = new ImmutableCredentials("AKID", "secret-2", null);

        string after = signer.Sign(Request(), rotated, Noon).Authorization;

        Assert.NotEqual(before, after);
        Assert.Equal(Signer().Sign(Request(), rotated, Noon).Authorization, after);
        Assert.Equal(before, signer.Sign(Request(), Keys, Noon).Authorization);
    }

    [Fact]
    public void Sign_OtherAccessKeySameSecret_NamesNewAccessKey()
    {
        SigV4Signer signer = Signer();
        signer.Sign(Request(), Keys, Noon);

        string after = signer.Sign(Request(), new ImmutableCredentials("AKID2", "secret", null), Noon).Authorization;

        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKID2/20260115/us-east-1/bedrock/aws4_request, ", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_AcrossMidnight_UsesKeyOfTheDay()
    {
        SigV4Signer signer = Signer();
        DateTimeOffset late = new(2026, 1, 15, 23, 59, 59, TimeSpan.Zero);
        signer.Sign(Request(), Keys, late);

        SigV4Signature next = signer.Sign(Request(), Keys, late.AddSeconds(1));

        Assert.Equal("20260116T000000Z", next.AmzDate);
        Assert.Contains("/20260116/us-east-1/", next.Authorization, StringComparison.Ordinal);
        Assert.Equal(Signer().Sign(Request(), Keys, late.AddSeconds(1)).Authorization, next.Authorization);
        Assert.Equal(Signer().Sign(Request(), Keys, late).Authorization, signer.Sign(Request(), Keys, late).Authorization);
    }

    [Fact]
    public void Sign_LocalTime_UsesUtc() => Assert.Equal(
        "20260115T233000Z",
        Signer().Sign(Request(), Keys, new DateTimeOffset(2026, 1, 16, 1, 30, 0, TimeSpan.FromHours(2))).AmzDate);

    [Fact]
    public void Sign_RegionAndService_ArePartOfTheKey()
    {
        string[] signatures =
        [
            SignatureOf(new SigV4Signer("us-east-1", "bedrock")),
            SignatureOf(new SigV4Signer("us-west-2", "bedrock")),
            SignatureOf(new SigV4Signer("us-east-1", "bedrock-mantle")),
        ];

        Assert.Equal(3, signatures.Distinct().Count());
        static string SignatureOf(SigV4Signer signer) => signer.Sign(Request(), Keys, Noon).Authorization.Split("Signature=")[1];
    }

    [Fact]
    public void Sign_SessionToken_IsSigned()
    {
        SigV4Signature signature = Signer().Sign(Request(), Session, Noon);

        Assert.Equal("the-token", signature.SecurityToken);
        Assert.Contains(" SignedHeaders=host;x-amz-date;x-amz-security-token,", signature.Authorization, StringComparison.Ordinal);
        Assert.Contains("\nx-amz-security-token:the-token\n", Canonical(Request(), Session), StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_NoSessionToken_DropsGivenOne()
    {
        SigV4Request request = Request(headers: [new("X-Amz-Security-Token", "stale"), new("X-Amz-Date", "stale"), new("Authorization", "stale")]);

        Assert.Null(Signer().Sign(request, Keys, Noon).SecurityToken);
        Assert.DoesNotContain("stale", Canonical(request, Keys), StringComparison.Ordinal);
        Assert.Contains("\n\nhost;x-amz-date\n", Canonical(request, Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_SetContentSha256_SignsAndReturnsIt()
    {
        SigV4Request request = Request(headers: [new("X-Amz-Content-Sha256", "stale")]);
        var signer = new SigV4Signer("us-east-1", "bedrock", setContentSha256: true);

        Assert.Equal(request.PayloadSha256, signer.Sign(request, Keys, Noon).ContentSha256);
        Assert.Contains($"\nx-amz-content-sha256:{request.PayloadSha256}\n", signer.CanonicalRequest(request, Keys, Noon), StringComparison.Ordinal);
        Assert.Null(Signer().Sign(Request(), Keys, Noon).ContentSha256);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a   b  ", "a b")]
    [InlineData("\ta \t b\t", "a b")]
    [InlineData("\"a   b\"", "\"a b\"")]
    [InlineData("a\r\nx-evil: 1", "a x-evil: 1")]
    [InlineData("   ", "")]
    [InlineData("", "")]
    public void Sign_HeaderWhiteSpace_IsTrimmedAndCollapsed(string value, string expected) => Assert.Contains(
        $"\nhost:example.test\nx-a:{expected}\nx-amz-date:", Canonical(Request(headers: [new("X-A", value)])), StringComparison.Ordinal);

    [Fact]
    public void Sign_RepeatedHeaders_AreSortedAndJoinedInOrder()
    {
        SigV4Request request = Request(headers: [new("x-b", " 2 "), new("X-Amz-A", "0"), new("X-B", "1"), new("content-type", "t")]);

        Assert.Contains(
            "\ncontent-type:t\nhost:example.test\nx-amz-a:0\nx-amz-date:20260115T120000Z\nx-b:2,1\n\ncontent-type;host;x-amz-a;x-amz-date;x-b\n",
            Canonical(request),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("User-Agent")]
    [InlineData("Connection")]
    [InlineData("keep-alive")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Proxy-Authorization")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Expect")]
    public void Sign_HeaderThatProxiesChange_IsLeftOut(string name) =>
        Assert.Equal(Canonical(Request()), Canonical(Request(headers: [new(name, "x")])));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("a=2&a=10&a=1", "a=1&a=10&a=2")]
    [InlineData("Param-3=x&Param=y", "Param=y&Param-3=x")]
    [InlineData("z=1&%C3%A9=2&Z=3", "%C3%A9=2&Z=3&z=1")]
    [InlineData("flag&a", "a=&flag=")]
    [InlineData("a=b=c", "a=b%3Dc")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("a=x+y", "a=x%2By")]
    [InlineData("a=x%20y%2Bz", "a=x%20y%2Bz")]
    [InlineData("a=%c3%a9/:", "a=%C3%A9%2F%3A")]
    [InlineData("a=%7E%41", "a=~A")]
    [InlineData("a=%FF", "a=%FF")]
    [InlineData("a=100%&b=%zz", "a=100%25&b=%25zz")]
    public void Sign_Query_IsEncodedAndSorted(string? query, string expected) =>
        Assert.Equal(expected, Canonical(Request(query: query)).Split('\n')[2]);

    [Theory]
    [InlineData("", "/", "/")]
    [InlineData("/", "/", "/")]
    [InlineData("/model/a:0/invoke", "/model/a%3A0/invoke", "/model/a%3A0/invoke")]
    [InlineData("/model/a%3A0/invoke", "/model/a%253A0/invoke", "/model/a%3A0/invoke")]
    [InlineData("/model/x%2Fy/invoke", "/model/x%252Fy/invoke", "/model/x%2Fy/invoke")]
    [InlineData("/100%", "/100%25", "/100%25")]
    [InlineData("/a//b/./c/../d/", "/a/b/d/", "/a/b/d/")]
    [InlineData("/../a", "/a", "/a")]
    [InlineData("/a/..", "/", "/")]
    [InlineData("/.a/..b", "/.a/..b", "/.a/..b")]
    public void Sign_Path_IsEncodedOnceMoreUnlessOff(string path, string twice, string once)
    {
        SigV4Request request = Request(path);

        Assert.Equal(twice, Canonical(request).Split('\n')[1]);
        Assert.Equal(once, new SigV4Signer("us-east-1", "s3", doubleEncode: false).CanonicalRequest(request, Keys, Noon).Split('\n')[1]);
    }

    [Fact]
    public void Sign_NormalizePathOff_KeepsPath() => Assert.Equal(
        "/a//b/./c/../d/",
        new SigV4Signer("us-east-1", "bedrock", normalizePath: false).CanonicalRequest(Request("/a//b/./c/../d/"), Keys, Noon).Split('\n')[1]);

    [Fact]
    public void Sign_LongValues_AreSignedWhole()
    {
        string token = new('t', 10_000);
        string canonical = Canonical(Request("/" + new string('%', 5_000)), new ImmutableCredentials("AKID", "secret", token));

        Assert.Contains("\n/" + string.Concat(Enumerable.Repeat("%25", 5_000)) + "\n", canonical, StringComparison.Ordinal);
        Assert.Contains($"\nx-amz-security-token:{token}\n", canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_CultureWithOtherCalendar_GivesSameBytes()
    {
        string expected = Signer().Sign(Request(query: "i=I&I=i"), Session, Noon).Authorization;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new ShiftedCalendar();
        culture.NumberFormat.NegativeSign = "x";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;

            Assert.StartsWith("2569", Noon.ToString("yyyy", CultureInfo.CurrentCulture), StringComparison.Ordinal);
            Assert.Equal(expected, Signer().Sign(Request(query: "i=I&I=i"), Session, Noon).Authorization);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Sign_ManyThreadsRotatingKeysAndDays_AgreesWithFreshSigner()
    {
        SigV4Signer shared = Signer();
        (ImmutableCredentials Credentials, DateTimeOffset Time)[] cases = [.. Enumerable.Range(0, 6)
            .Select(i => (new ImmutableCredentials("AKID", "secret" + (i % 3), null), Noon.AddDays(i / 3)))];
        string[] expected = [.. cases.Select(c => Signer().Sign(Request(), c.Credentials, c.Time).Authorization)];
        string[] actual = new string[6_000];

        Parallel.For(0, actual.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            actual[i] = shared.Sign(Request(), cases[i % 6].Credentials, cases[i % 6].Time).Authorization);

        Assert.DoesNotContain(Enumerable.Range(0, actual.Length), i => actual[i] != expected[i % 6]);
    }

    [Fact]
    public void ToString_RequestAndSignature_ShowNoSecret()
    {
        SigV4Request request = Request("/model/arn%3A123456789012/invoke", headers: [new("x-amz-private", "hidden")]);
        SigV4Signature signature = Signer().Sign(request, Session, Noon);

        Assert.Equal("SigV4Request POST", request.ToString());
        Assert.Equal("SigV4Signature 20260115T120000Z", signature.ToString());
        Assert.Equal(typeof(SigV4Signer).FullName, Signer().ToString());
    }

    [Fact]
    public void Sign_NullCredentials_Throws() => Assert.Throws<ArgumentNullException>(() => Signer().Sign(Request(), null!, Noon));

    [Theory]
    [InlineData("", "bedrock")]
    [InlineData("us-east-1", " ")]
    public void Constructor_BlankRegionOrService_Throws(string region, string service) =>
        Assert.Throws<ArgumentException>(() => new SigV4Signer(region, service));

    private static SigV4Signer Signer() => new("us-east-1", "bedrock");

    private static string Canonical(SigV4Request request, ImmutableCredentials? credentials = null) =>
        Signer().CanonicalRequest(request, credentials ?? Keys, Noon);

    private static SigV4Request Request(string path = "/", string? query = null, KeyValuePair<string, string>[]? headers = null) => new()
    {
        Method = "POST",
        Path = path,
        Query = query,
        Headers = [new("Host", "example.test"), .. headers ?? []],
        PayloadSha256 = SigV4Signer.HashPayload("{}"u8),
    };

    /// <summary>Counts years as the Thai calendar does; named cultures do not exist in the test process.</summary>
    private sealed class ShiftedCalendar : GregorianCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(time) + 543;
    }
}
