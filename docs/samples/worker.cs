#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing
#:package Microsoft.Extensions.Hosting

// A host that gets IBedrockClient injected: dotnet run docs/samples/worker.cs
// It runs against the embedded server; an application leaves the server out and sets Bedrock:Region in its configuration.
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

await using BedrockServer server = await BedrockServer.StartAsync();

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Configuration.AddInMemoryCollection([
    new("Bedrock:Region", server.Region),
    new("Bedrock:ServiceUrl", server.Url.ToString()),
    new("Bedrock:MaxAttempts", "3"),
]);

builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
builder.Services.AddBedrock(options => options.Credentials = server.Credentials);   // not needed on AWS
builder.Services.AddHostedService<Summariser>();

await builder.Build().RunAsync();

internal sealed class Summariser(IBedrockClient bedrock, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ClaudeRequest request = new ClaudeRequestBuilder()
            .System("Summarise in one sentence.")
            .User("The harbour wall was repaired in spring. Boats may moor on its north side again from June.")
            .MaxTokens(100)
            .Build();
        ClaudeResponse reply = await bedrock.InvokeAsync(ClaudeModels.Haiku45.InProfile("us"), request, cancellationToken: stoppingToken);
        Console.WriteLine($"summary: {reply.Text}");
        lifetime.StopApplication();
    }
}
