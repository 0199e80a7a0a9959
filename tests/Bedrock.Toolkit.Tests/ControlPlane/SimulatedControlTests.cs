using System.Text.Json.Nodes;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>The control plane of the test kit, by the client.</summary>
public sealed class SimulatedControlTests : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/quay";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeBedrock _fake;

    public SimulatedControlTests() => _fake = new FakeBedrock(options => options.TimeProvider = _time);

    private BedrockControlClient Client => _fake.Control.Client;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Tour_OfTheFake_GoesThroughEveryOperation()
    {
        var tour = new ControlTour(Client, _time.Advance);

        await tour.RunAsync();

        ConventionFaults.AssertNone(tour.Faults);
        string[] operations = [.. typeof(BedrockControlClient).GetMethods()
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name[..^"Async".Length]).Select(name => name.EndsWith("Page", StringComparison.Ordinal) ? name[..^"Page".Length] : name)
            .Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(108, operations.Length);
        Assert.Equal(operations, _fake.Calls.Select(call => call.Operation!).Distinct().Order(StringComparer.Ordinal));
    }

    // Written down by RECORD=… tests/interop/run.
    [Fact]
    public async Task Requests_OfTheTour_AreThoseOfTheOfficialClient()
    {
        string[] recorded = await File.ReadAllLinesAsync(Path.ChangeExtension(ControlTour.Path, ".requests.jsonl"));

        await new ControlTour(Client, _time.Advance).RunAsync();

        IReadOnlyList<RecordedCall> calls = _fake.Calls;
        Assert.Equal(recorded.Length, calls.Count);
        ConventionFaults.AssertNone(
            from pair in recorded.Zip(calls)
            let due = JsonNode.Parse(pair.First)
            let actual = ControlTour.Shown(pair.Second)
            where !JsonNode.DeepEquals(due, actual)
            select $"{pair.Second.Operation}: {actual.ToJsonString()} and not {due!.ToJsonString()}");
    }

    [Fact]
    public async Task Tour_OfTheServer_IsTheSame()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using BedrockServer server = await BedrockServer.StartAsync(new BedrockServerOptions { TimeProvider = time });
        var tour = new ControlTour(server.Control.Client, time.Advance);

        await tour.RunAsync();

        ConventionFaults.AssertNone(tour.Faults);
    }

    [Fact]
    public async Task Call_SignedByAnotherKey_IsRefused()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var client = new BedrockControlClient(new BedrockClientOptions
        {
            Region = server.Region,
            Credentials = new Amazon.Runtime.BasicAWSCredentials("AKIDOTHER", "another"),
            ServiceUrl = server.Url,
            MaxAttempts = 1,
        });

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.ListFoundationModelsAsync());
    }

    // A job of four steps in two seconds.
    [Theory]
    [InlineData(0, "Submitted")]
    [InlineData(0.5, "Validating")]
    [InlineData(1.4, "Scheduled")]
    [InlineData(1.6, "InProgress")]
    [InlineData(2, "Completed")]
    [InlineData(3600, "Completed")]
    public async Task Job_AsTimePasses_GoesOn(double seconds, string status)
    {
        CreateModelInvocationJobResponse job = await Client.CreateModelInvocationJobAsync(Batch("night"));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        GetModelInvocationJobResponse asked = await Client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = job.JobArn! });

        Assert.Equal(status, asked.Status!.Value.Value);
        Assert.Equal(status == "Completed" ? asked.SubmitTime + TimeSpan.FromSeconds(2) : null, asked.EndTime);
    }

    [Fact]
    public async Task Job_ThatIsToFail_SaysWhy()
    {
        _fake.Control.JobTime = TimeSpan.FromHours(1);
        string asked = (await Client.CreateModelInvocationJobAsync(Batch("simulate-a-failure"))).JobArn!;
        string set = (await Client.CreateModelInvocationJobAsync(Batch("other"))).JobArn!;
        _fake.Control.Fail(set, "No access to the bucket.");
        _time.Advance(TimeSpan.FromHours(1));

        GetModelInvocationJobResponse first = await Client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = asked });
        GetModelInvocationJobResponse second = await Client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = set });

        Assert.Equal((ModelInvocationJobStatus.Failed, "The request asked for a simulated failure."), (first.Status!.Value, first.Message));
        Assert.Equal((ModelInvocationJobStatus.Failed, "No access to the bucket."), (second.Status!.Value, second.Message));
        Assert.Throws<ArgumentException>(() => _fake.Control.Fail(set, "again"));
    }

    [Fact]
    public async Task Job_ThatFailed_LeavesNoModel()
    {
        CreateModelImportJobResponse job = await Client.CreateModelImportJobAsync(new CreateModelImportJobRequest
        {
            JobName = "import",
            ImportedModelName = "llama",
            RoleArn = Role,
            ModelDataSource = new ModelDataSourceS3DataSource { S3DataSource = new S3DataSource { S3Uri = "s3://bucket/model/" } },
        });
        _fake.Control.Fail(job.JobArn!, "No weights.");
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty((await Client.ListImportedModelsPageAsync()).ModelSummaries!);
        Assert.Null((await Client.GetModelImportJobAsync(new GetModelImportJobRequest { JobIdentifier = job.JobArn! })).ImportedModelArn);
    }

    [Fact]
    public async Task Create_WithATokenTwice_IsOneJobOrAConflict()
    {
        CreateModelInvocationJobRequest request = Batch("night");
        request.ClientRequestToken = "token-1";
        string first = (await Client.CreateModelInvocationJobAsync(request)).JobArn!;

        Assert.Equal(first, (await Client.CreateModelInvocationJobAsync(request)).JobArn);
        request.JobName = "other";
        BedrockServiceException error = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => Client.CreateModelInvocationJobAsync(request));
        Assert.Equal(BedrockErrorCode.Conflict, error.ErrorCode);
        Assert.Single((await Client.ListModelInvocationJobsPageAsync()).InvocationJobSummaries!);
    }

    [Fact]
    public async Task List_InPages_GivesEachOnceNewestFirst()
    {
        for (int i = 0; i < 7; i++)
        {
            await Client.CreateModelInvocationJobAsync(Batch($"job-{i}"));
        }

        List<ModelInvocationJobSummary> jobs =
            await TestClient.ToListAsync(Client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest { MaxResults = 3 }));

        Assert.Equal(["job-6", "job-5", "job-4", "job-3", "job-2", "job-1", "job-0"], jobs.Select(job => job.JobName));
        Assert.Equal(3, _fake.Calls.Count(call => call.Operation == "ListModelInvocationJobs"));
    }

    [Fact]
    public async Task List_BetweenTimes_GivesThoseOnly()
    {
        await Client.CreateModelInvocationJobAsync(Batch("early"));
        _time.Advance(TimeSpan.FromHours(1));
        DateTimeOffset noon = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        await Client.CreateModelInvocationJobAsync(Batch("late"));

        ListModelInvocationJobsResponse after = await Client.ListModelInvocationJobsPageAsync(new ListModelInvocationJobsRequest { SubmitTimeAfter = noon });
        ListModelInvocationJobsResponse before = await Client.ListModelInvocationJobsPageAsync(new ListModelInvocationJobsRequest { SubmitTimeBefore = noon });

        Assert.Equal("late", Assert.Single(after.InvocationJobSummaries!).JobName);
        Assert.Equal("early", Assert.Single(before.InvocationJobSummaries!).JobName);
    }

    // Past the client's own checks.
    [Theory]
    [InlineData("{}", "3 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; ")]
    [InlineData("""{"name":"a b","blockedInputMessaging":"x","blockedOutputsMessaging":"x"}""",
        "1 validation error detected: Value at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ")]
    [InlineData("""{"name":"a","blockedInputMessaging":"","blockedOutputsMessaging":"x"}""",
        "'blockedInputMessaging' failed to satisfy constraint: Member must have length greater")]
    [InlineData("""{"name":"a","blockedInputMessaging":"x","blockedOutputsMessaging":"x","tags":[{"key":"a"}]}""", "Value null at 'tags.1.member.value'")]
    [InlineData("""{"name":["a"],"blockedInputMessaging":"x","blockedOutputsMessaging":"x"}""",
        "Value at 'name' failed to satisfy constraint: Member must be a string")]
    public async Task Create_BodyThatBreaksTheModel_IsRefusedInTheServicesWords(string body, string message)
    {
        var request = new BedrockRawRequest { Operation = "CreateGuardrail", Path = "/guardrails", Body = System.Text.Encoding.UTF8.GetBytes(body) };

        BedrockValidationException error = await Assert.ThrowsAsync<BedrockValidationException>(() => _fake.Client.SendRawAsync(request));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WhileAnswersForModelsAreSetUp_IsAnsweredFromState()
    {
        _fake.When(NovaModels.Lite).Throw(new BedrockThrottlingException("set up"));

        Assert.NotEmpty((await Client.ListFoundationModelsAsync()).ModelSummaries!);
    }

    [Fact]
    public async Task Clear_AfterCalls_ForgetsThem()
    {
        await Client.CreateModelInvocationJobAsync(Batch("night"));

        _fake.Control.Clear();

        Assert.Empty((await Client.ListModelInvocationJobsPageAsync()).InvocationJobSummaries!);
    }

    private static CreateModelInvocationJobRequest Batch(string name) => new()
    {
        JobName = name,
        RoleArn = Role,
        ModelId = "amazon.nova-lite-v1:0",
        InputDataConfig = new ModelInvocationJobInputDataConfigS3InputDataConfig
        {
            S3InputDataConfig = new ModelInvocationJobS3InputDataConfig { S3Uri = "s3://bucket/in/" },
        },
        OutputDataConfig = new ModelInvocationJobOutputDataConfigS3OutputDataConfig
        {
            S3OutputDataConfig = new ModelInvocationJobS3OutputDataConfig { S3Uri = "s3://bucket/out/" },
        },
    };
}
