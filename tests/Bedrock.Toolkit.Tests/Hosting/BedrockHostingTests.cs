using System.Diagnostics;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bedrock.Toolkit.Tests.Hosting;

/// <summary>Health checks and OpenTelemetry's builders. Alone, because listeners hear the calls of every test.</summary>
[Collection(AloneCollection.Name)]
public sealed class BedrockHostingTests
{
    private enum Place
    {
        Frankfurt,
    }

    [Fact]
    public async Task HealthCheck_ReachableService_IsHealthyWithoutAModelCall()
    {
        using var fake = new FakeBedrock();

        HealthReportEntry entry = await CheckAsync(fake.Client);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        RecordedCall call = Assert.Single(fake.Calls);
        Assert.Equal(("ListAsyncInvokes", null), (call.Operation, call.ModelId));
    }

    [Theory]
    [InlineData(403, "AccessDeniedException", HealthStatus.Healthy, "may not list")]
    [InlineData(429, "ThrottlingException", HealthStatus.Degraded, "throttles")]
    [InlineData(403, "UnrecognizedClientException", HealthStatus.Unhealthy, "identity")]
    [InlineData(403, "InvalidSignatureException", HealthStatus.Unhealthy, "identity")]
    [InlineData(500, "InternalServerException", HealthStatus.Unhealthy, "failed")]
    public async Task HealthCheck_Answers_SayWhatIsWrong(int status, string code, HealthStatus expected, string said)
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(status, code, "what nobody shall read"));
        using BedrockClient client = TestClient.Over(handler);

        HealthReportEntry entry = await CheckAsync(client);

        Assert.Equal(expected, entry.Status);
        Assert.Contains(said, entry.Description!, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody shall read", entry.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthCheck_OfAKey_ChecksThatClientAndKeepsItsStatus()
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException("no way"));
        using BedrockClient client = TestClient.Over(handler);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeyedSingleton<IBedrockClient>(Place.Frankfurt, client);
        services.AddHealthChecks().AddBedrock("frankfurt", Place.Frankfurt, HealthStatus.Degraded, ["ready"]);
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Degraded, report.Entries["frankfurt"].Status);
        Assert.Contains("could not be reached", report.Entries["frankfurt"].Description!, StringComparison.Ordinal);
        Assert.Equal(["ready"], report.Entries["frankfurt"].Tags);
    }

    [Fact]
    public async Task AddKeyedBedrock_KeysOfOtherTypes_GiveTheirOwnClients()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"hi"}"""));
        var services = new ServiceCollection();
        services.AddKeyedBedrock(Place.Frankfurt, o => TestClientInto(o, handler, "eu-central-1"));
        services.AddKeyedBedrock("Frankfurt", o => TestClientInto(o, handler, "us-west-2"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("bedrock-runtime.eu-central-1.amazonaws.com", ((BedrockClient)provider.GetRequiredKeyedService<IBedrockClient>(Place.Frankfurt))
            .Address?.Host);
        Assert.Equal("bedrock-runtime.us-west-2.amazonaws.com", ((BedrockClient)provider.GetRequiredKeyedService<IBedrockClient>("Frankfurt")).Address?.Host);
    }

    [Fact]
    public async Task AddBedrockInstrumentation_OnBothBuilders_TakesSpansAndMetrics()
    {
        List<Activity> spans = [];
        List<MetricSnapshot> metrics = [];
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddBedrockInstrumentation().AddInMemoryExporter(spans).Build();
        using MeterProvider meters = Sdk.CreateMeterProviderBuilder().AddBedrockInstrumentation().AddInMemoryExporter(metrics).Build();
        using var fake = new FakeBedrock();

        await fake.Client.ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("Hi"));
        tracing.ForceFlush();
        meters.ForceFlush();

        Assert.Single(spans);
        Assert.Contains(metrics, metric => metric.Name == "gen_ai.client.operation.duration");
        Assert.Equal("Bedrock.Toolkit", BedrockTelemetry.LogCategory);
    }

    private static void TestClientInto(BedrockClientOptions options, HttpMessageHandler handler, string region)
    {
        options.Region = region;
        options.HandlerFactory = () => handler;
    }

    private static async Task<HealthReportEntry> CheckAsync(IBedrockClient client)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(client);
        services.AddHealthChecks().AddBedrock();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return Assert.Single(report.Entries).Value;
    }
}
