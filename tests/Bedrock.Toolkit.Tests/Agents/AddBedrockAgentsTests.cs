using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>The registration, and where each client's requests go.</summary>
public sealed class AddBedrockAgentsTests
{
    [Fact]
    public async Task AddBedrockAgents_Registered_GivesOneClientOfEachService()
    {
        using var fake = new FakeBedrock();
        var services = new ServiceCollection();
        services.AddBedrockAgents(options =>
        {
            options.Region = "us-east-1";
            options.Credentials = fake.Credentials;
            options.HandlerFactory = () => new Bedrock.Toolkit.Testing.Engine.EngineHandler(fake.Engine);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<S3VectorsClient>().ListVectorBucketsPageAsync();
        await provider.GetRequiredService<BedrockAgentClient>().ListKnowledgeBasesPageAsync();

        Assert.Same(provider.GetRequiredService<BedrockAgentRuntimeClient>(), provider.GetRequiredService<BedrockAgentRuntimeClient>());
        Assert.NotNull(provider.GetRequiredService<AgentCoreClient>());
        fake.AssertCalls("ListVectorBuckets", "ListKnowledgeBases");
    }

    [Theory]
    [InlineData("eu-central-1", false, false, "s3vectors.eu-central-1.api.aws")]
    [InlineData("us-gov-west-1", true, false, "s3vectors-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, true, "s3vectors.cn-north-1.api.amazonwebservices.com.cn")]
    public async Task S3Vectors_InAnyRegion_IsCalledAtItsDualStackAddress(string region, bool fips, bool dualStack, string host)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var client = new S3VectorsClient(TestClient.Options(handler, options =>
        {
            options.Region = region;
            options.UseFips = fips;
            options.UseDualStack = dualStack;
        }));

        await client.ListVectorBucketsPageAsync();

        Assert.Equal(host, handler.Sent[0].Uri.Host);
        Assert.Contains($"/{region}/s3vectors/aws4_request", handler.Sent[0].Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "bedrock-agentcore.us-west-2.amazonaws.com")]
    [InlineData(true, "bedrock-agentcore-fips.us-west-2.api.aws")]
    public async Task AgentCore_WithAToken_SendsItInThePlaceOfASignature(bool both, string host)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var client = new AgentCoreClient(TestClient.Options(handler, options =>
        {
            options.Region = "us-west-2";
            options.Credentials = null;
            options.ApiKey = "a.jwt.token";
            options.UseFips = both;
            options.UseDualStack = both;
        }));

        await client.InvokeAgentRuntimeAsync(new InvokeAgentRuntimeRequest { AgentRuntimeArn = "arn:aws:x", Payload = "{}"u8.ToArray() });

        Assert.Equal(host, handler.Sent[0].Uri.Host);
        Assert.Equal("Bearer a.jwt.token", handler.Sent[0].Header("Authorization"));
        Assert.Equal("/runtimes/arn%3Aaws%3Ax/invocations", handler.Sent[0].Uri.AbsolutePath);
    }

    [Fact]
    public void ServiceUrl_OfAnotherService_IsRefused()
    {
        var options = new BedrockClientOptions { ServiceUrl = new Uri("https://bedrock-agent.us-east-1.amazonaws.com") };

        BedrockConfigurationException error = Assert.Throws<BedrockConfigurationException>(() => new BedrockAgentRuntimeClient(options));

        Assert.Contains("bedrock-agent:", error.Message, StringComparison.Ordinal);
        using var right = new BedrockAgentClient(options);
    }

    [Fact]
    public async Task Errors_WithFieldsAndReasons_NameThem()
    {
        var handler = new ScriptedHandler(_ => Answers.Of(System.Net.HttpStatusCode.BadRequest,
            """{"message":"1 validation error","reason":"FieldValidationFailed","fieldList":[{"name":"memoryId","message":"x"}]}"""u8.ToArray(),
            "application/json", ("x-amzn-ErrorType", "ValidationException")));
        using var client = new AgentCoreClient(TestClient.Options(handler));

        BedrockValidationException error = await Assert.ThrowsAsync<BedrockValidationException>(
            () => client.GetMemoryRecordAsync(new GetMemoryRecordRequest { MemoryId = "memory-0123456789", MemoryRecordId = "mem-" + new string('a', 36) }));

        Assert.Contains("1 validation error (reason: FieldValidationFailed) (members: memoryId)", error.Message, StringComparison.Ordinal);
    }
}
