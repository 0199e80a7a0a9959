using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>The emulator in an Aspire app host: how it is started, and what an app is told. The orchestrator itself is not run.</summary>
public sealed class AspireTests
{
    [Fact]
    public async Task AddBedrockEmulator_Arguments_AreThoseOfTheCommand()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<BedrockEmulatorResource> bedrock = builder.AddBedrockEmulator("bedrock").WithRegion("eu-central-1").WithScript("answers.json");
        Allocate(bedrock);

        string[] arguments = await ArgumentsOfAsync(bedrock.Resource);

        Assert.Equal("bedrock", bedrock.Resource.Command);
        string secret = (await bedrock.Resource.SecretAccessKey.GetValueAsync(CancellationToken.None))!;
        Assert.Equal(
            ["serve", "--port", "4567", "--access-key", "AKIDEMULATOR00000000", "--secret-key", secret, "--region", "eu-central-1", "--script", "answers.json"],
            arguments);
        Assert.True(secret.Length >= 40);
    }

    [Fact]
    public async Task WithReference_App_GetsAddressRegionAndTheKeysOfTheEmulator()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<BedrockEmulatorResource> bedrock = builder.AddBedrockEmulator("bedrock", port: 4566);
        Allocate(bedrock);
        IResourceBuilder<ExecutableResource> app = builder.AddExecutable("api", "api", ".").WithReference(bedrock);

        Dictionary<string, string> variables = await VariablesOfAsync(app.Resource);

        Assert.Equal("http://localhost:4566", variables["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"]);
        Assert.Equal("http://localhost:4566", variables["AWS_ENDPOINT_URL_BEDROCK"]);
        Assert.Equal("us-east-1", variables["AWS_REGION"]);
        Assert.Equal("AKIDEMULATOR00000000", variables["AWS_ACCESS_KEY_ID"]);
        Assert.Equal(await bedrock.Resource.SecretAccessKey.GetValueAsync(CancellationToken.None), variables["AWS_SECRET_ACCESS_KEY"]);
    }

    [Fact]
    public async Task WithReference_WhatIsPublished_KnowsNothingOfTheEmulator()
    {
        IDistributedApplicationBuilder builder = Builder("--operation", "publish", "--publisher", "manifest", "--output-path", "none");
        IResourceBuilder<BedrockEmulatorResource> bedrock = builder.AddBedrockEmulator("bedrock");
        IResourceBuilder<ExecutableResource> app = builder.AddExecutable("api", "api", ".").WithReference(bedrock);

        Dictionary<string, string> variables = await VariablesOfAsync(app.Resource, DistributedApplicationOperation.Publish);

        Assert.DoesNotContain(variables.Keys, static name => name.StartsWith("AWS_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Emulator_StartedWithItsArguments_AnswersTheAppByItsVariables()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<BedrockEmulatorResource> bedrock = builder.AddBedrockEmulator("bedrock");
        Allocate(bedrock, target: "0");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [ToolPath(), .. await ArgumentsOfAsync(bedrock.Resource)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            string first = (await process.StandardOutput.ReadLineAsync())!;
            var url = new Uri(System.Text.Json.JsonElement.Parse(first).GetProperty("url").GetString()!);
            Allocate(bedrock, port: url.Port);
            IResourceBuilder<ExecutableResource> app = builder.AddExecutable("api", "api", ".").WithReference(bedrock);
            Dictionary<string, string> variables = await VariablesOfAsync(app.Resource);
            using var client = new BedrockClient(new BedrockClientOptions
            {
                Region = variables["AWS_REGION"],
                ServiceUrl = new Uri(variables["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"].Replace("localhost", "127.0.0.1", StringComparison.Ordinal)),
                Credentials = new Amazon.Runtime.BasicAWSCredentials(variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"]),
            });

            Assert.Contains("hello", (await client.ConverseAsync("amazon.nova-lite-v1:0", "hello")).Text, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string[]> ArgumentsOfAsync(IResource resource)
    {
        IExecutionConfigurationResult result = await ExecutionConfigurationBuilder.Create(resource).WithArgumentsConfig()
            .BuildAsync(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run), NullLogger.Instance, CancellationToken.None);
        Assert.Null(result.Exception);
        return [.. result.Arguments.Select(static argument => argument.Value)];
    }

    private static async Task<Dictionary<string, string>> VariablesOfAsync(
        IResource resource, DistributedApplicationOperation operation = DistributedApplicationOperation.Run)
    {
        IExecutionConfigurationResult result = await ExecutionConfigurationBuilder.Create(resource).WithEnvironmentVariablesConfig()
            .BuildAsync(new DistributedApplicationExecutionContext(operation), NullLogger.Instance, CancellationToken.None);
        Assert.Null(result.Exception);
        return result.EnvironmentVariables.ToDictionary();
    }

    private static string ToolPath() => Path.Combine(AppContext.BaseDirectory, "Bedrock.Toolkit.Tool.dll");

    private static IDistributedApplicationBuilder Builder(params string[] arguments) =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = arguments, DisableDashboard = true, AssemblyName = typeof(AspireTests).Assembly.GetName().Name });

    private static void Allocate(IResourceBuilder<BedrockEmulatorResource> bedrock, int port = 4566, string target = "4567")
    {
        EndpointAnnotation endpoint = bedrock.Resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port, targetPortExpression: target);
    }
}
