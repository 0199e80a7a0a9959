using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.AotTests;

/// <summary>A host: options from configuration, a call, a stream, tools, embeddings, tenants and telemetry through the container's client.</summary>
internal static class HostCheck
{
    public static async Task RunAsync()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Bedrock:Region", "us-east-1"), new("Bedrock:FirstByteTimeout", "00:01:00"), new("Bedrock:RequestMetadata:app", "aot")])
            .Build();
        var services = new ServiceCollection();
        services.AddBedrock(configuration.GetSection("Bedrock")).AddHttpMessageHandler<CountingHandler>().UseServer(server);
        services.AddKeyedBedrock("eu", configuration.GetSection("Bedrock")).UseServer(server);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var bedrock = provider.GetRequiredService<IBedrockClient>();

        List<string> spans = [];
        int measurements = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BedrockTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Add(span.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => measurements += instrument.Meter.Name == BedrockTelemetry.MeterName ? 1 : 0);
        meters.Start();

        await CallAsync(bedrock);
        Expect(CountingHandler.Requests >= 4, "the added handler sees the requests");
        Expect(spans.Contains("chat " + ClaudeModels.Sonnet45.InProfile("us").Id) && measurements > 0, "a listener sees spans and measurements");

        IBedrockClient tenant = bedrock.WithOptions(options => options.RequestMetadata["tenant"] = "harbour");
        await tenant.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For("hello"));
        Expect(server.Calls[^1].Headers["X-Amzn-Bedrock-Request-Metadata"] == """{"app":"aot","tenant":"harbour"}""", "a tenant's client sends its metadata");
        Expect(provider.GetRequiredKeyedService<IBedrockClient>("eu") is BedrockClient, "a keyed client is made");

        configuration["Bedrock:Regoin"] = "x";
        try
        {
            configuration.Reload();
            Expect(false, "an unknown key is refused");
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            Expect(e.ToString().Contains("Bedrock:Regoin is not a setting", StringComparison.Ordinal), "the fault names the key");
        }
    }

    private static async Task CallAsync(IBedrockClient bedrock)
    {
        ClaudeResponse reply = await bedrock.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For("hello"));
        var text = new StringBuilder();
        await foreach (ClaudeStreamEvent e in bedrock.StreamAsync(ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For("hello")))
        {
            text.Append(e.Text);
        }

        Expect(text.ToString() == reply.Text, "call and stream agree");
        TitanEmbedTextResponse vector = await bedrock.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = "hello", Dimensions = 256 });
        Expect(vector.Embedding.Length == 256, "an embedding comes");
        RunnableTool boats = RunnableTool.Create("boats", "Counts boats.", HarbourJsonContext.Default.Harbour,
            (input, _) => Task.FromResult($"{input.Boats} boats"));
        ToolLoopResult counted = await bedrock.ConverseWithToolsAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("Count the boats: 7."), [boats]);
        Expect(counted.Text.Contains("7 boats", StringComparison.Ordinal), "a tool is run");
    }

    private static void Expect(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException("Failed: host: " + what);
        }
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public static int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
