using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The published cases of who wins: an API key of the environment, or a signature.</summary>
[Collection(EnvironmentCollection.Name)]
public class BearerConformanceTests
{
    public static TheoryData<string> Cases =>
        SharedFolder.Vectors is null ? ["missing"] : [.. Read().Select(v => v.GetProperty("id").GetString()!)];

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public async Task ResolveIdentity_Case_SelectsAsPublished(string id)
    {
        JsonElement vector = Read().Single(v => v.GetProperty("id").GetString() == id);
        string signingName = vector.GetProperty("signing_name").GetString()!;
        string[] schemes = [.. vector.GetProperty("service_schemes").EnumerateArray().Select(s => s.GetString()!)];
        var service = new AwsService("example", "Example", signingName, TakesApiKeys: schemes.Contains("httpBearerAuth"));
        using var environment = new EnvironmentScope(
            (service.ApiKeyVariable, vector.GetProperty("token_env").GetString()),
            ("AWS_AUTH_SCHEME_PREFERENCE", vector.GetProperty("preference_in_env").GetString()),
            ("AWS_ACCESS_KEY_ID", "AKIDENV"),
            ("AWS_SECRET_ACCESS_KEY", "secret-of-env"));
        var options = new BedrockClientOptions();
        string expected = vector.GetProperty("expect").GetString()!;
        if (expected == "none")
        {
            // The client has no unsigned calls. What the case is about, that a choice in code wins over the token, is shown by credentials in code.
            options.Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey);
            expected = "sigv4";
        }

        Caller caller = await new Identity(options, service).GetAsync(default);

        Assert.Equal(expected, caller.ApiKey is null ? "sigv4" : "bearer");
        if (options.Credentials is not null) Assert.Equal(TestClient.AccessKey, caller.Credentials!.AccessKey);
    }

    [Fact]
    public async Task ResolveIdentity_ApiKeyInCodeForAServiceWithoutKeys_IsRefused()
    {
        var service = new AwsService("bedrock-agent-runtime", "Bedrock Agent Runtime", "bedrock", TakesApiKeys: false);

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(
            () => new Identity(new BedrockClientOptions { ApiKey = "the-key" }, service).GetAsync(default).AsTask());

        Assert.Contains("Bedrock Agent Runtime", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", e.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Read() =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "auth", "bearer-selection.json"))).GetProperty("cases").EnumerateArray();
}
