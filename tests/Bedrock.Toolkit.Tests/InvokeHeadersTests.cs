using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests;

public class InvokeHeadersTests
{
    [Fact]
    public async Task InvokeAsync_EveryOption_HasItsHeaderAndIsSigned()
    {
        SentRequest sent = await SendAsync(FullOptions());

        CheckFull(sent);
        Assert.Equal(Signed.Again(sent, TestClient.AccessKey, TestClient.SecretKey, "us-east-1"), sent.Header("Authorization"));
    }

    [Fact]
    public async Task StreamAsync_EveryOption_HasItsHeader_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler);

        await client.StreamAsync(Echo.Streaming, Echo.Request(), FullOptions()).ToResponseAsync();

        CheckFull(handler.Sent[0]);
    }

    [Fact]
    public void From_NoOptions_IsEmpty()
    {
        Assert.Empty(InvokeHeaders.From(new InvokeOptions()));
    }

    [Fact]
    public void From_OptionsChangedLater_HaveNoEffect()
    {
        var options = new InvokeOptions { ServiceTier = "flex" };
        List<KeyValuePair<string, string>> headers = InvokeHeaders.From(options);
        options.ServiceTier = "priority";

        Assert.Equal("flex", Assert.Single(headers).Value);
    }

    [Theory]
    [InlineData("abc", null)]
    [InlineData(null, "1")]
    public void From_GuardrailIdWithoutVersionOrTheReverse_IsRefused(string? id, string? version)
    {
        ArgumentException e = Refused(new InvokeOptions { GuardrailId = id, GuardrailVersion = version });

        Assert.Contains("GuardrailId and GuardrailVersion", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0")]
    [InlineData("é")]
    [InlineData(" ")]
    [InlineData("")]
    public void From_TextThatIsNoHeader_IsRefusedInEveryOption(string value)
    {
        Assert.Contains("GuardrailId", Refused(new InvokeOptions { GuardrailId = value, GuardrailVersion = "1" }).Message, StringComparison.Ordinal);
        Assert.Contains("GuardrailVersion", Refused(new InvokeOptions { GuardrailId = "a", GuardrailVersion = value }).Message, StringComparison.Ordinal);
        Assert.Contains("GuardrailTrace", Refused(new InvokeOptions { GuardrailTrace = value }).Message, StringComparison.Ordinal);
        Assert.Contains("PerformanceLatency", Refused(new InvokeOptions { PerformanceLatency = value }).Message, StringComparison.Ordinal);
        Assert.Contains("ServiceTier", Refused(new InvokeOptions { ServiceTier = value }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_OpenValueWithoutText_IsRefused()
    {
        Refused(new InvokeOptions { GuardrailTrace = default(BedrockGuardrailTrace) });
        Refused(new InvokeOptions { PerformanceLatency = default(BedrockPerformanceLatency) });
        Refused(new InvokeOptions { ServiceTier = default(BedrockServiceTier) });
    }

    [Theory]
    [InlineData("x-a", "a\r\nb")]
    [InlineData("x-a", "a\nb")]
    [InlineData("x-a", "é")]
    [InlineData("x-a", null)]
    [InlineData("x a", "b")]
    [InlineData("x\r\na", "b")]
    [InlineData("x:a", "b")]
    [InlineData("", "b")]
    public void From_CustomHeaderThatIsNone_IsRefused(string name, string? value) =>
        Refused(new InvokeOptions { Headers = { [name] = value! } });

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("X-Amz-Date")]
    [InlineData("X-Amz-Security-Token")]
    [InlineData("X-Amz-Content-Sha256")]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    [InlineData("Content-Type")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Connection")]
    [InlineData("amz-sdk-request")]
    [InlineData("amz-sdk-invocation-id")]
    public void From_ReservedHeader_IsRefused(string name) =>
        Assert.Contains(name, Refused(new InvokeOptions { Headers = { [name] = "x" } }).Message, StringComparison.Ordinal);

    [Fact]
    public async Task InvokeAsync_CustomHeaders_AreSentAndThoseOfAmazonSigned()
    {
        SentRequest sent = await SendAsync(new InvokeOptions { Headers = { ["X-Amz-New-Option"] = "a", ["X-Gateway"] = "b", ["Content-Language"] = "de" } });

        Assert.Equal("a", sent.Header("x-amz-new-option"));
        Assert.Equal("b", sent.Header("x-gateway"));
        Assert.Equal("de", sent.Header("content-language"));
        Assert.Contains("x-amz-new-option", sent.Header("Authorization"), StringComparison.Ordinal);
        Assert.DoesNotContain("x-gateway", sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_RequestMetadata_IsPlainAsciiJson()
    {
        var options = new InvokeOptions { RequestMetadata = { ["team"] = "Größe\r\n\"x\"", ["cost"] = "" } };

        string header = Assert.Single(InvokeHeaders.From(options)).Value;

        Assert.All(header, c => Assert.InRange(c, ' ', '~'));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(
            System.Text.Json.JsonElement.Parse("""{"team":"Größe\r\n\"x\"","cost":""}"""), System.Text.Json.JsonElement.Parse(header)));
    }

    [Fact]
    public void From_RequestMetadata_LimitsAreChecked()
    {
        Assert.Single(InvokeHeaders.From(Metadata(Enumerable.Range(0, 16).Select(i => ($"k{i}", "v")))));
        Assert.Contains("17 pairs", Refused(Metadata(Enumerable.Range(0, 17).Select(i => ($"k{i}", "v")))).Message, StringComparison.Ordinal);
        Assert.Single(InvokeHeaders.From(Metadata([(new string('k', 256), new string('v', 256))])));
        Refused(Metadata([(new string('k', 257), "v")]));
        Refused(Metadata([("k", new string('v', 257))]));
        Refused(Metadata([("", "v")]));
        Refused(Metadata([("k", null!)]));
        Assert.Contains("8500", Refused(Metadata(Enumerable.Range(0, 16).Select(i => ($"k{i}", new string('é', 256))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_RequestMetadata_IsNotQuotedInTheMessage() =>
        Assert.DoesNotContain("secret", Refused(Metadata([("k", "secret" + new string('v', 257))])).ToString(), StringComparison.Ordinal);

    private static InvokeOptions FullOptions() => new()
    {
        GuardrailId = "gr-1",
        GuardrailVersion = "DRAFT",
        GuardrailTrace = BedrockGuardrailTrace.EnabledFull,
        PerformanceLatency = "optimized",
        ServiceTier = BedrockServiceTier.Priority,
        RequestMetadata = { ["team"] = "a" },
    };

    private static void CheckFull(SentRequest sent)
    {
        Assert.Equal("gr-1", sent.Header("X-Amzn-Bedrock-GuardrailIdentifier"));
        Assert.Equal("DRAFT", sent.Header("X-Amzn-Bedrock-GuardrailVersion"));
        Assert.Equal("ENABLED_FULL", sent.Header("X-Amzn-Bedrock-Trace"));
        Assert.Equal("optimized", sent.Header("X-Amzn-Bedrock-PerformanceConfig-Latency"));
        Assert.Equal("priority", sent.Header("X-Amzn-Bedrock-Service-Tier"));
        Assert.Equal("""{"team":"a"}""", sent.Header("X-Amzn-Bedrock-Request-Metadata"));
        Assert.Contains("x-amzn-bedrock-guardrailidentifier;", sent.Header("Authorization"), StringComparison.Ordinal);
    }

    private static InvokeOptions Metadata(IEnumerable<(string Key, string Value)> pairs)
    {
        var options = new InvokeOptions();
        foreach ((string key, string value) in pairs) options.RequestMetadata[key] = value;
        return options;
    }

    private static ArgumentException Refused(InvokeOptions options) => Assert.Throws<ArgumentException>(
        nameof(options), () => InvokeHeaders.Of(options, hasAll: true, new("x-none", "x")));

    private static async Task<SentRequest> SendAsync(InvokeOptions options)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        await client.InvokeAsync(Echo.Model, Echo.Request(), options);
        return handler.Sent[0];
    }

    [Theory]
    [InlineData("X-Amzn-Bedrock-GuardrailIdentifier", "GuardrailId")]
    [InlineData("accept-encoding", "accept-encoding")]
    [InlineData("Expect", "Expect")]
    [InlineData("Upgrade", "Upgrade")]
    [InlineData("Content-Encoding", "Content-Encoding")]
    public async Task InvokeAsync_HeaderBesideItsMemberOrOfHttpItself_IsRefusedByName(string name, string words)
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeAsync(
            Echo.Model, Echo.Request(), new InvokeOptions { GuardrailId = "gr1", GuardrailVersion = "1", Headers = { [name] = "gr2" } }));

        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_OwnAccept_TakesThePlaceOfOurs()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request(), new InvokeOptions { Headers = { ["Accept"] = "application/vnd.own+json" } });

        Assert.Equal("application/vnd.own+json", handler.Sent[0].Header("Accept"));
    }
}
