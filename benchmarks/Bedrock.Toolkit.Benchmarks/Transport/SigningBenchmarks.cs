using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Benchmarks.Transport;

/// <summary>Signature Version 4 of a POST. Both signers keep the key that they derived for the day, and sign one request again and again.</summary>
public class SigningBenchmarks
{
    private const string ModelId = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly ImmutableCredentials Credentials = new("AKIDEXAMPLE", "not-a-secret", null);
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    // The SDK signs the hash of the body as a header too, so the library is told to do the same.
    private readonly SigV4Signer _signer = new("us-east-1", "bedrock", setContentSha256: true);
    private readonly AwsCoreSigner _awsSigner = new(new Uri("https://bedrock-runtime.us-east-1.amazonaws.com"), "us-east-1", Credentials);
    private static readonly byte[] Canonical = new byte[420];
    private static readonly byte[] ToSign = new byte[64 + 138];
    private static readonly byte[] Outer = new byte[64 + 32];
    private byte[] _body = [];
    private HttpRequestMessage _request = null!;
    private DefaultRequest _awsRequest = null!;

    /// <summary>The length of the body.</summary>
    [Params(4 * 1024, 1024 * 1024)]
    public int Bytes { get; set; }

    /// <summary>Makes the requests, and sees to it that both signatures are the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _body = new byte[Bytes];
        new Random(4).NextBytes(_body);
        _awsRequest = _awsSigner.Describe(ModelId, "invoke", _body);
        _request = new HttpRequestMessage(HttpMethod.Post, AmazonServiceClient.ComposeUrl(_awsRequest))
        {
            Content = new ByteArrayContent(_body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        string theirs = Sign_AwsCore();
        Sign_Toolkit();
        string ours = _request.Headers.NonValidated["Authorization"].ToString();
        if (ours != theirs)
        {
            throw new InvalidOperationException($"'{ours}' is not '{theirs}'.");
        }
    }

    /// <summary>The signer of AWSSDK.Core.</summary>
    [Benchmark(Baseline = true)]
    public string Sign_AwsCore() => _awsSigner.Sign(_awsRequest, Now.UtcDateTime).ForAuthorizationHeader;

    /// <summary>The library's signer, with the headers set on the HTTP request as for .NET's own handler.</summary>
    [Benchmark]
    public void Sign_Toolkit() => _signer.Apply(_request, Credentials, _body, Now, inParts: true);

    /// <summary>What no signer can avoid: the hash of the body.</summary>
    [Benchmark]
    public int Hash_BodyOnly()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return SHA256.HashData(_body, hash);
    }

    /// <summary>What no signer can avoid either: the hash of the canonical request, and the two of the signature by a key that is there.</summary>
    [Benchmark]
    public int Hash_All()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return SHA256.HashData(_body, hash) + SHA256.HashData(Canonical, hash) + SHA256.HashData(ToSign, hash) + SHA256.HashData(Outer, hash);
    }

    /// <summary>Gives the requests back.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _request?.Dispose();
        _awsRequest?.Dispose();
    }
}
