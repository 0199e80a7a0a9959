using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>What is a header of InvokeModel is a member of Converse.</summary>
public sealed class ConverseOptionsTests
{
    [Fact]
    public async Task Call_EveryOption_GoesIntoTheBodyAndNotIntoHeaders()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        ConverseRequest request = ConverseRequest.For("a");
        string before = BedrockJson.Serialize(request);

        await client.ConverseAsync(ConverseTestData.Model, request, Options());

        SentRequest sent = Assert.Single(handler.Sent);
        EqualJson.Check(
            """
            {"messages":[{"role":"user","content":[{"text":"a"}]}],"guardrailConfig":{"guardrailIdentifier":"g","guardrailVersion":"1","trace":"enabled_full"},
            "requestMetadata":{"team":"search"},"performanceConfig":{"latency":"optimized"},"serviceTier":{"type":"flex"}}
            """,
            sent.Text);
        Assert.DoesNotContain(sent.Headers.Keys, name => name.StartsWith("X-Amzn-Bedrock", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("1", sent.Header("x-own"));
        Assert.Equal(before, BedrockJson.Serialize(request));
    }

    [Fact]
    public async Task Stream_EveryOption_GoesIntoTheBody()
    {
        var handler = new ScriptedHandler(_ => Answers.Stream(ConverseTestData.Frame("messageStop", "{}")));
        using BedrockClient client = TestClient.Over(handler);

        await client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a"), Options()).ToResponseAsync();

        using JsonDocument body = JsonDocument.Parse(handler.Sent[0].Text);
        Assert.Equal("enabled_full", body.RootElement.GetProperty("guardrailConfig").GetProperty("trace").GetString());
        Assert.Equal("flex", body.RootElement.GetProperty("serviceTier").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Call_SameInBothPlaces_IsSentOnce()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        ConverseRequest request = ConverseRequest.For("a");
        request.ServiceTier = BedrockServiceTier.Flex;
        request.RequestMetadata = new Dictionary<string, string> { ["own"] = "1" };

        await client.ConverseAsync(ConverseTestData.Model, request, Options());

        using JsonDocument body = JsonDocument.Parse(handler.Sent[0].Text);
        Assert.Equal("1", body.RootElement.GetProperty("requestMetadata").GetProperty("own").GetString());
        Assert.Equal("search", body.RootElement.GetProperty("requestMetadata").GetProperty("team").GetString());
        Assert.Single(request.RequestMetadata);
    }

    public static TheoryData<string, Action<ConverseRequest>> Conflicts => new()
    {
        { "GuardrailConfig.GuardrailIdentifier", r => r.GuardrailConfig = new() { GuardrailIdentifier = "other", GuardrailVersion = "1" } },
        { "GuardrailConfig.GuardrailVersion", r => r.GuardrailConfig = new() { GuardrailIdentifier = "g", GuardrailVersion = "2" } },
        { "GuardrailConfig.Trace", r => r.GuardrailConfig = new() { Trace = GuardrailTrace.Disabled } },
        { "PerformanceConfig.Latency", r => r.PerformanceConfig = BedrockPerformanceLatency.Standard },
        { "ServiceTier.Type", r => r.ServiceTier = BedrockServiceTier.Priority },
        { "RequestMetadata", r => r.RequestMetadata = new Dictionary<string, string> { ["team"] = "ads" } },
    };

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task Call_DifferentInBothPlaces_IsRefused(string member, Action<ConverseRequest> set)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        ConverseRequest request = ConverseRequest.For("a");
        set(request);

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(ConverseTestData.Model, request, Options()));

        Assert.Contains("ConverseRequest." + member, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_HalfAGuardrail_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());

        ArgumentException e =
            await Assert.ThrowsAsync<ArgumentException>(
            () => client.ConverseAsync(ConverseTestData.Model, ConverseRequest.For("a"), new InvokeOptions { GuardrailId = "g" }));

        Assert.Contains("GuardrailVersion", e.Message, StringComparison.Ordinal);
    }

    private static InvokeOptions Options() => new()
    {
        GuardrailId = "g",
        GuardrailVersion = "1",
        GuardrailTrace = BedrockGuardrailTrace.EnabledFull,
        PerformanceLatency = BedrockPerformanceLatency.Optimized,
        ServiceTier = BedrockServiceTier.Flex,
        RequestMetadata = { ["team"] = "search" },
        Headers = { ["x-own"] = "1" },
    };
}
