using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Conformance;

[Collection(EnvironmentCollection.Name)]
public class EndpointConformanceTests
{
    private static readonly Dictionary<string, AwsService> Services = new()
    {
        ["bedrock-runtime"] = AwsService.BedrockRuntime,
        ["bedrock"] = new("bedrock", "Bedrock", "bedrock", TakesApiKeys: true),
        ["bedrock-agent"] = new("bedrock-agent", "Bedrock Agent", "bedrock", TakesApiKeys: false),
        ["bedrock-agent-runtime"] = new("bedrock-agent-runtime", "Bedrock Agent Runtime", "bedrock", TakesApiKeys: false),
    };

    public static TheoryData<string> Cases =>
        SharedFolder.Vectors is null ? ["missing"]
            : [.. Services.Keys.SelectMany(service => Read(service).Select(v => service + "/" + v.GetProperty("id").GetString()))];

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public async Task Resolve_EndpointRules_AreFollowed(string id)
    {
        using var environment = new EnvironmentScope();
        string service = id[..id.IndexOf('/', StringComparison.Ordinal)];
        JsonElement vector = Read(service).Single(v => service + "/" + v.GetProperty("id").GetString() == id);
        JsonElement given = vector.GetProperty("params");
        string? region = given.TryGetProperty("Region", out JsonElement r) ? r.GetString() : null;
        string? endpoint = given.TryGetProperty("Endpoint", out JsonElement e) ? e.GetString() : null;
        var options = new BedrockClientOptions
        {
            Region = region,
            ServiceUrl = endpoint is null ? null : new Uri(endpoint),
            UseFips = given.TryGetProperty("UseFIPS", out JsonElement fips) && fips.GetBoolean(),
            UseDualStack = given.TryGetProperty("UseDualStack", out JsonElement dual) && dual.GetBoolean(),
        };

        JsonElement expected = vector.GetProperty("expect");
        if (expected.TryGetProperty("error", out JsonElement error))
        {
            BedrockConfigurationException refused = await Assert.ThrowsAsync<BedrockConfigurationException>(() => ResolveAsync(options, Services[service]));
            Assert.Contains(WordFor(error.GetString()!), refused.Message, StringComparison.Ordinal);
            return;
        }

        // The rules resolve an address without a Region; signing needs one all the same, so the client asks for it.
        options.Region ??= "us-east-1";
        Assert.Equal(expected.GetProperty("endpoint").GetProperty("url").GetString(), (await ResolveAsync(options, Services[service])).BaseUrl);
    }

    private static async Task<Route> ResolveAsync(BedrockClientOptions options, AwsService service)
    {
        BedrockClientOptionsValidator.ThrowIfInvalid(options);
        return await Task.Run(() => Route.Resolve(options, service));
    }

    private static string WordFor(string error) =>
        error.Contains("FIPS", StringComparison.Ordinal) ? "UseFips"
        : error.Contains("Dualstack", StringComparison.Ordinal) ? "UseDualStack"
        : "Region";

    private static IEnumerable<JsonElement> Read(string service) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "endpoints", service + ".endpoint-tests.json")))
            .GetProperty("testCases").EnumerateArray();
}
