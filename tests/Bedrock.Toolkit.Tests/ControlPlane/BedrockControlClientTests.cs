using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>What the client of the control plane does beside single calls.</summary>
public sealed class BedrockControlClientTests
{
    private const string Page = """{"invocationJobSummaries":[{"jobName":"one"},{"jobName":"two"}],"nextToken":"more"}""";
    private const string LastPage = """{"invocationJobSummaries":[{"jobName":"three"}]}""";

    [Fact]
    public async Task List_OfTwoPages_GivesAllAndLeavesTheRequest()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Page), _ => Answers.Json(LastPage));
        using var client = new BedrockControlClient(TestClient.Options(handler));
        var request = new ListModelInvocationJobsRequest { MaxResults = 2 };

        List<ModelInvocationJobSummary> jobs = await TestClient.ToListAsync(client.ListModelInvocationJobsAsync(request));

        Assert.Equal(["one", "two", "three"], jobs.Select(job => job.JobName));
        Assert.Equal(["?maxResults=2", "?maxResults=2&nextToken=more"], handler.Sent.Select(sent => sent.Uri.Query));
        Assert.Null(request.NextToken);
    }

    [Fact]
    public async Task List_PageThatAsksForItself_IsAProtocolError()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Page), _ => Answers.Json(Page));
        using var client = new BedrockControlClient(TestClient.Options(handler));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => TestClient.ToListAsync(client.ListModelInvocationJobsAsync()));
    }

    [Fact]
    public async Task Create_WithoutAToken_KeepsOneOverItsAttempts()
    {
        var handler = new ScriptedHandler(_ => Answers.Error(503, "ServiceUnavailableException"), _ => Answers.Json("""{"guardrailId":"g","version":"1"}"""));
        using var client = new BedrockControlClient(TestClient.Options(handler));
        var request = new CreateGuardrailVersionRequest { GuardrailIdentifier = "abc" };

        await client.CreateGuardrailVersionAsync(request);

        Assert.Contains("clientRequestToken", handler.Sent[0].Text, StringComparison.Ordinal);
        Assert.Equal(handler.Sent[0].Text, handler.Sent[1].Text);
        Assert.Null(request.ClientRequestToken);
    }

    [Fact]
    public async Task Create_NameThatIsTooLong_NamesMemberAndRule()
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler()));
        var request = new CreateGuardrailRequest { Name = new string('x', 51), BlockedInputMessaging = "no", BlockedOutputsMessaging = "no" };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateGuardrailAsync(request));

        Assert.StartsWith("CreateGuardrailRequest.Name takes 1 to 50 characters; it has 51.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no spaces")]
    [InlineData("tail\n")]
    public async Task Create_NameOfAnotherForm_NamesMemberAndRule(string name)
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler()));
        var request = new CreateGuardrailRequest { Name = name, BlockedInputMessaging = "no", BlockedOutputsMessaging = "no" };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateGuardrailAsync(request));

        Assert.StartsWith("CreateGuardrailRequest.Name takes text of the form [0-9a-zA-Z-_]+.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_KeyOfATag_IsNamedByItsPlace()
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler()));
        var request = new TagResourceRequest { ResourceARN = "arn:aws:bedrock:us-east-1::x/y", Tags = [new ControlTag { Key = "a?b", Value = "1" }] };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.TagResourceAsync(request));

        Assert.StartsWith("TagResourceRequest.Tags[0].Key takes text of the form ", error.Message, StringComparison.Ordinal);
    }

    // 60 hyphens and a bad end: a backtracking machine would try every way to share them out.
    [Fact]
    public async Task Create_NameThatNearlyFits_IsRefusedAtOnce()
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler()));
        var job = new CreateModelImportJobRequest
        {
            JobName = "a" + new string('-', 60) + "!",
            ImportedModelName = "m",
            RoleArn = "arn:aws:iam::123456789012:role/r",
            ModelDataSource = new ModelDataSourceS3DataSource { S3DataSource = new S3DataSource { S3Uri = "s3://bucket/model/" } },
        };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateModelImportJobAsync(job).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.StartsWith("CreateModelImportJobRequest.JobName takes text of the form ", error.Message, StringComparison.Ordinal);
    }

    // New kinds of models get new kinds of ids.
    [Fact]
    public async Task Create_ModelOfAnUnknownForm_IsSent()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"customModelDeploymentArn":"arn"}"""));
        using var client = new BedrockControlClient(TestClient.Options(handler));

        await client.CreateCustomModelDeploymentAsync(new CreateCustomModelDeploymentRequest
        {
            ModelDeploymentName = "d",
            ModelArn = "arn:aws:bedrock:us-east-1:123456789012:dream-model/tomorrow",
        });

        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData(true, false, "bedrock-fips.us-east-1.amazonaws.com")]
    [InlineData(false, true, "bedrock.us-east-1.api.aws")]
    [InlineData(true, true, "bedrock-fips.us-east-1.api.aws")]
    public async Task Call_WithFipsOrDualStack_GoesToTheirAddress(bool fips, bool dualStack, string host)
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        BedrockClientOptions options = TestClient.Options(handler);
        (options.UseFips, options.UseDualStack) = (fips, dualStack);
        using var client = new BedrockControlClient(options);

        await client.ListFoundationModelsAsync();

        Assert.Equal(host, handler.Sent[0].Uri.Host);
    }

    [Fact]
    public async Task Answer_WithAnError_IsTheTypedException()
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler(_ => Answers.Error(404, "ResourceNotFoundException"))));

        BedrockServiceException error = await Assert.ThrowsAnyAsync<BedrockServiceException>(
            () => client.GetGuardrailAsync(new GetGuardrailRequest { GuardrailIdentifier = "abc" }));

        Assert.Equal(BedrockErrorCode.ResourceNotFound, error.ErrorCode);
        Assert.Equal("GetGuardrail", error.Operation);
    }

    [Theory]
    [InlineData("", "1 to 256 characters")]
    [InlineData("team,name", "text of the form")]
    public async Task Check_KeyOfAMapThatBreaksItsPattern_IsRefusedWithoutRepeatingIt(string key, string rule)
    {
        using var client = new BedrockControlClient(TestClient.Options(new ScriptedHandler(_ => Answers.Json("{}"))));

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateModelCustomizationJobAsync(new()
        {
            JobName = "knots",
            CustomModelName = "knots",
            RoleArn = "arn:aws:iam::123456789012:role/training",
            BaseModelIdentifier = "amazon.nova-micro-v1:0:128k",
            OutputDataConfig = new() { S3Uri = "s3://harbour/out/" },
            TrainingDataConfig = new()
            {
                InvocationLogsConfig = new()
                {
                    InvocationLogSource = new InvocationLogSourceS3Uri { S3Uri = "s3://harbour/log/" },
                    RequestMetadataFilters = new RequestMetadataFiltersEquals { EqualsValue = new Dictionary<string, string> { [key] = "x" } },
                },
            },
        }));

        Assert.Contains("EqualsValue.Keys", e.Message, StringComparison.Ordinal);
        Assert.Contains(rule, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("team", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithOptions_AnotherRegion_CallsTheControlPlaneThere()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var client = new BedrockControlClient(TestClient.Options(handler));
        using BedrockControlClient other = client.WithOptions(options => options.Region = "eu-west-1");

        await other.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = "arn:aws:bedrock:eu-west-1::x/y" });

        Assert.Equal("bedrock.eu-west-1.amazonaws.com", handler.Sent[0].Uri.Host);
        Assert.Contains("/eu-west-1/bedrock/aws4_request", handler.Sent[0].Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddBedrockControlPlane_WithOptions_GivesOneClient()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        BedrockClientOptions given = TestClient.Options(handler);
        await using ServiceProvider provider = new ServiceCollection().AddBedrockControlPlane(options =>
        {
            options.Region = given.Region;
            options.Credentials = given.Credentials;
            options.HandlerFactory = given.HandlerFactory;
        }).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<BedrockControlClient>();

        await client.ListFoundationModelsAsync();

        Assert.Same(client, provider.GetRequiredService<BedrockControlClient>());
        Assert.Equal("/foundation-models", handler.Sent[0].Uri.AbsolutePath);
    }
}
