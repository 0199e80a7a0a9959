using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Transport;
using static Bedrock.Toolkit.Tests.Conformance.SigV4Vectors;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The signer against published and own signing cases: one row a case.</summary>
public class SigV4ConformanceTests
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static TheoryData<string> Suite2015 => Rows(Cases("suite-2015", "*.req"));

    public static TheoryData<string> SuiteCrt => Rows(Cases("suite-crt", "context.json"));

    public static TheoryData<int> BedrockPaths =>
        SharedFolder.Vectors is null ? [] : [.. Enumerable.Range(0, ReadBedrockPaths().GetProperty("cases").GetArrayLength())];

    [SharedFact]
    public void Suites_OnDisk_AreComplete()
    {
        Assert.Equal(34, Suite2015.Count);
        Assert.Equal(38, SuiteCrt.Count);
        Assert.Equal(17, BedrockPaths.Count);
    }

    [SharedTheory]
    [MemberData(nameof(Suite2015))]
    public void Sign_Suite2015_GivesPublishedValues(string name)
    {
        string file = name.Split('/')[^1];
        string Expected(string extension) => Read("suite-2015", name, file + extension);
        SigV4Request request = ParseRequest("suite-2015", name, file + ".req");
        string canonical = Expected(".creq");
        var credentials = new ImmutableCredentials(AccessKey, SecretKey, TokenIn(canonical));
        var signer = new SigV4Signer("us-east-1", "service");

        Assert.Equal(canonical, signer.CanonicalRequest(request, credentials, SuiteTime));
        Assert.Equal(Expected(".sts"), signer.StringToSign(request, credentials, SuiteTime));
        Assert.Equal(Expected(".authz"), signer.Sign(request, credentials, SuiteTime).Authorization);
    }

    [SharedTheory]
    [MemberData(nameof(SuiteCrt))]
    public void Sign_SuiteCrt_GivesPublishedValues(string name)
    {
        string Expected(string part) => Read("suite-crt", name, $"header-{part}.txt");
        using JsonDocument document = JsonDocument.Parse(Read("suite-crt", name, "context.json"));
        JsonElement context = document.RootElement;
        JsonElement keys = context.GetProperty("credentials");
        bool omitToken = context.TryGetProperty("omit_session_token", out JsonElement omit) && omit.GetBoolean();
        string? token = !omitToken && keys.TryGetProperty("token", out JsonElement given) ? given.GetString() : null;
        var credentials = new ImmutableCredentials(
            keys.GetProperty("access_key_id").GetString(), keys.GetProperty("secret_access_key").GetString(), token);
        DateTimeOffset time = context.GetProperty("timestamp").GetDateTimeOffset();
        SigV4Request request = ParseRequest("suite-crt", name, "request.txt");
        var signer = new SigV4Signer(
            context.GetProperty("region").GetString()!,
            context.GetProperty("service").GetString()!,
            normalizePath: context.GetProperty("normalize").GetBoolean(),
            setContentSha256: context.GetProperty("sign_body").GetBoolean());

        SigV4Signature signature = signer.Sign(request, credentials, time);

        Assert.Equal(Expected("canonical-request"), signer.CanonicalRequest(request, credentials, time));
        Assert.Equal(Expected("string-to-sign"), signer.StringToSign(request, credentials, time));
        Assert.Equal(Expected("signature"), SignatureOf(signature.Authorization));
        Assert.Equal(token, signature.SecurityToken);
        Assert.Contains("\nAuthorization:" + signature.Authorization + "\n", Expected("signed-request") + "\n", StringComparison.Ordinal);
    }

    [SharedTheory]
    [MemberData(nameof(SuiteCrt))]
    public void Sign_SuiteCrtEncodedOnce_GivesSameValues(string name)
    {
        // No path of the suite has a '%', so one encoding and two must agree.
        SigV4Request request = ParseRequest("suite-crt", name, "request.txt");
        var credentials = new ImmutableCredentials(AccessKey, SecretKey, null);

        Assert.Equal(
            new SigV4Signer("us-east-1", "service").Sign(request, credentials, SuiteTime).Authorization,
            new SigV4Signer("us-east-1", "service", doubleEncode: false).Sign(request, credentials, SuiteTime).Authorization);
    }

    [SharedFact]
    public void Sign_RustDoubleUrlEncode_GivesPublishedValues()
    {
        const string Name = "double-url-encode";
        SigV4Request request = ParseRequest("suite-rust-extra", Name, "request.txt");
        var credentials = new ImmutableCredentials(AccessKey, SecretKey, null);
        DateTimeOffset time = ParseDate(HeaderOf(request, "x-amz-date")!);
        var signer = new SigV4Signer("us-east-2", "lambda");

        Assert.Equal(Read("suite-rust-extra", Name, "header-canonical-request.txt"), signer.CanonicalRequest(request, credentials, time));
        Assert.Equal(Read("suite-rust-extra", Name, "header-string-to-sign.txt"), signer.StringToSign(request, credentials, time));
        Assert.EndsWith(
            signer.Sign(request, credentials, time).Authorization,
            Read("suite-rust-extra", Name, "header-signed-request.txt"),
            StringComparison.Ordinal);
    }

    [SharedFact]
    public void Sign_RustDoubleEncodePath_GivesPublishedPath()
    {
        // The dates of this case do not agree with each other, so only the path line says something.
        const string Name = "double-encode-path";
        SigV4Request request = ParseRequest("suite-rust-extra", Name, "request.txt");
        var credentials = new ImmutableCredentials(AccessKey, SecretKey, null);
        string canonical = new SigV4Signer("us-east-1", "service").CanonicalRequest(request, credentials, SuiteTime);

        Assert.Equal(Read("suite-rust-extra", Name, "header-canonical-request.txt").Split('\n')[1], canonical.Split('\n')[1]);
    }

    [SharedTheory]
    [MemberData(nameof(BedrockPaths))]
    public void Apply_BedrockPaths_GivesExpectedSignature(int index)
    {
        JsonElement data = ReadBedrockPaths();
        JsonElement expected = data.GetProperty("cases")[index];
        string Of(string name) => expected.GetProperty(name).GetString()!;
        string id = Of("model_id");
        string wirePath = Of("wire_path");
        string operation = wirePath[(wirePath.LastIndexOf('/') + 1)..];
        byte[] body = System.Text.Encoding.UTF8.GetBytes(data.GetProperty("body_utf8").GetString()!);
        using var request = new HttpRequestMessage(
            new HttpMethod(data.GetProperty("method").GetString()!),
            $"https://{data.GetProperty("host").GetString()}/model/{PathLabel.Encode(id, "modelId")}/{operation}");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", data.GetProperty("headers").GetProperty("content-type").GetString());
        JsonElement keys = data.GetProperty("credentials");
        var credentials = new ImmutableCredentials(
            keys.GetProperty("access_key_id").GetString(), keys.GetProperty("secret_access_key").GetString(), null);
        DateTimeOffset time = ParseDate(data.GetProperty("timestamp").GetString()!);
        var signer = new SigV4Signer(data.GetProperty("region").GetString()!, data.GetProperty("service").GetString()!);
        var sameRequest = new SigV4Request
        {
            Method = "POST",
            Path = wirePath,
            Headers = [new("host", request.RequestUri!.Host), new("content-type", "application/json")],
            PayloadSha256 = SigV4Signer.HashPayload(body),
        };

        signer.Apply(request, credentials, body, time);

        string canonical = signer.CanonicalRequest(sameRequest, credentials, time);
        string authorization = request.Headers.NonValidated["Authorization"].ToString();
        Assert.Equal(wirePath, request.RequestUri.AbsolutePath);
        Assert.Equal(Of("canonical_path"), canonical.Split('\n')[1]);
        Assert.Equal(Of("canonical_request_sha256"), SigV4Signer.HashPayload(System.Text.Encoding.UTF8.GetBytes(canonical)));
        Assert.Contains($" SignedHeaders={Of("signed_headers")},", authorization, StringComparison.Ordinal);
        Assert.Equal(Of("signature"), SignatureOf(authorization));
        Assert.Equal(authorization, signer.Sign(sameRequest, credentials, time).Authorization);
    }

    [Fact]
    public void HashPayload_NoBody_IsHashOfNothing() => Assert.Equal(EmptyHash, SigV4Signer.HashPayload([]));

    private static string? TokenIn(string canonicalRequest) => canonicalRequest.Split('\n')
        .Where(line => line.StartsWith("x-amz-security-token:", StringComparison.Ordinal))
        .Select(line => line["x-amz-security-token:".Length..])
        .FirstOrDefault();

    private static JsonElement ReadBedrockPaths()
    {
        using JsonDocument document = JsonDocument.Parse(Read("bedrock-paths.json"));
        return document.RootElement.Clone();
    }
}
