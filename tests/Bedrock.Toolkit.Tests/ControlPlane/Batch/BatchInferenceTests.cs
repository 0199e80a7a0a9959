using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>Batches from records to answers, and what other clients stumbled over.</summary>
public sealed class BatchInferenceTests : IDisposable
{
    private readonly BatchStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Run_TypedRecords_AnswersEachByItsKeyAsADirectCallWould()
    {
        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(25);

        Assert.Equal(BatchStage.Keys(25).Order(), answers.Select(answer => answer.Key).Order());
        Assert.NotEqual(BatchStage.Keys(25), answers.Select(answer => answer.Key));
        ClaudeResponse direct = await _stage.Fake.Client.InvokeAsync(BatchStage.Claude, BatchStage.Question(7));
        BatchAnswer<ClaudeResponse> seventh = Assert.Single(answers, answer => answer.Key == "k7");
        Assert.True(seventh.Succeeded);
        Assert.Null(seventh.Failure);
        Assert.Equal(direct.Text, seventh.Response!.Text);
        Assert.All(_stage.Files().SelectMany(file => file.Value), line =>
            Assert.Equal("bedrock-2023-05-31", JsonElement.Parse(line).GetProperty("modelInput").GetProperty("anthropic_version").GetString()));
    }

    [Fact]
    public async Task RunConverse_Records_AnswersEachAndNamesTheModelInTheJobOnly()
    {
        List<BatchAnswer<ConverseResponse>> answers = await TestClient.ToListAsync(
            _stage.Create().RunConverseAsync("amazon.nova-lite-v1:0", Talks(12)));

        Assert.Equal(BatchStage.Keys(12).Order(), answers.Select(answer => answer.Key).Order());
        Assert.All(answers, answer => Assert.NotEmpty(answer.Response!.Text!));
        Assert.All(_stage.Files().SelectMany(file => file.Value), line => Assert.DoesNotContain("modelId", line, StringComparison.Ordinal));
        ModelInvocationJobSummary job = Assert.Single((await _stage.Fake.Control.Client.ListModelInvocationJobsPageAsync()).InvocationJobSummaries!);
        Assert.Equal((ModelInvocationType.Converse, 12L), (job.ModelInvocationType!.Value, job.SuccessRecordCount!.Value));
    }

    [Fact]
    public async Task RunConverse_ModelIdAmongOtherMembers_IsRefusedBeforeAnythingIsSent()
    {
        var request = new ConverseRequest
        {
            Messages = [Message.User("secret")],
            AdditionalProperties = new Dictionary<string, JsonElement> { ["modelId"] = JsonElement.Parse("\"x\"") },
        };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.ToListAsync(
            _stage.Create().RunConverseAsync("amazon.nova-lite-v1:0", new[] { KeyValuePair.Create("k", request) }.ToAsyncEnumerable())));

        Assert.Contains("AdditionalProperties holds modelId", error.Message, StringComparison.Ordinal);
        Assert.Empty(_stage.Fake.Calls);
    }

    [Fact]
    public async Task Run_BelowTheMinimum_NamesTheRuleAndTheDirectWayAndSendsNothing()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => _stage.RunAsync(9));

        Assert.Contains("at least 10 records (BatchInferenceOptions.MinRecords", error.Message, StringComparison.Ordinal);
        Assert.Contains("InvokeAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(_stage.Fake.Calls);
        Assert.Equal(10, (await _stage.RunAsync(10)).Count);
    }

    [Fact]
    public async Task Run_AKeyTwice_IsRefused()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.ToListAsync(
            _stage.Create().RunAsync(BatchStage.Claude, BatchStage.Questions(12).Concat(BatchStage.Questions(1)))));

        Assert.StartsWith("Record 12 has the key of an earlier record", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Calls("CreateModelInvocationJob"));
    }

    [Fact]
    public async Task Run_ARequestThatWouldBeRefused_NamesRecordAndMemberAndNoPrompt()
    {
        IAsyncEnumerable<KeyValuePair<string, ClaudeRequest>> records = BatchStage.Questions(12).Select((pair, i) =>
        {
            pair.Value.MaxTokens = i == 5 ? -1 : 32;
            return pair;
        });

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestClient.ToListAsync(_stage.Create().RunAsync(BatchStage.Claude, records)));

        Assert.StartsWith("Record 5: MaxTokens must be at least 1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _stage.Calls("CreateModelInvocationJob"));
    }

    // BerriAI/litellm#36159: the status says Completed, and there is no answer.
    [Fact]
    public async Task Run_CompletedJobWithoutAnyAnswer_GivesAFailureForEach()
    {
        _stage.Fake.When(BatchStage.Claude).Fault(BedrockFault.Status(400, "ValidationException", "no such field"));
        _stage.Options.MaxRounds = 1;

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(15);

        Assert.Equal(15, answers.DistinctBy(answer => answer.Key).Count());
        Assert.All(answers, answer =>
        {
            Assert.Null(answer.Response);
            Assert.Equal((BatchFailureReason.Error, "400", "no such field", 1),
                (answer.Failure!.Reason, answer.Failure.Code, answer.Failure.Message, answer.Failure.Rounds));
        });
        Assert.Equal((15L, ModelInvocationJobStatus.Completed), (_stage.Progress[^1].Failed, _stage.Progress[^1].JobStatus!.Value));
    }

    [Fact]
    public async Task Run_SomeRecordsFail_SendsOnlyThemAgain()
    {
        _stage.Fake.Control.Batch(errors: 0.3, seed: 4, jobs: 1);

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(60);

        Assert.Equal(BatchStage.Keys(60).Order(), answers.Select(answer => answer.Key).Order());
        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        IReadOnlyList<string> again = _stage.Ids(round: 1);
        Assert.InRange(again.Count, 10, 30);
        Assert.Equal(again.Order(), ErrorsOf(0).Order());
        Assert.Equal(2, _stage.Calls("CreateModelInvocationJob"));
        Assert.Equal([1, 2], _stage.Progress.Select(progress => progress.Round).Distinct());
    }

    [Fact]
    public async Task Run_TooFewFailuresForAJob_GivesThemAsFailures()
    {
        _stage.Fake.Control.Batch(errors: 0.1, seed: 1);

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(40);

        Assert.Equal(40, answers.DistinctBy(answer => answer.Key).Count());
        Assert.InRange(answers.Count(answer => !answer.Succeeded), 1, 9);
        Assert.All(answers.Where(answer => !answer.Succeeded),
            answer => Assert.Equal((BatchFailureReason.Error, "500"), (answer.Failure!.Reason, answer.Failure.Code)));
        Assert.Equal(1, _stage.Calls("CreateModelInvocationJob"));
    }

    // maximhq/bifrost#4516: the message is the only place that says why.
    [Fact]
    public async Task Run_JobThatFailsAsAWhole_TellsItsMessageAndIsNotSentAgain()
    {
        _stage.Fake.Control.MinBatchRecords = 500;

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(20);

        Assert.Equal(20, answers.DistinctBy(answer => answer.Key).Count());
        Assert.All(answers, answer =>
        {
            Assert.Equal((BatchFailureReason.Job, "Failed"), (answer.Failure!.Reason, answer.Failure.Code));
            Assert.Contains("at least 500", answer.Failure.Message, StringComparison.Ordinal);
            Assert.StartsWith("arn:", answer.Failure.JobArn, StringComparison.Ordinal);
        });
        Assert.Equal(1, _stage.Calls("CreateModelInvocationJob"));
    }

    // langchain4j/langchain4j#5797: what is there is billed, and is read.
    [Theory]
    [InlineData("PartiallyCompleted", 0.5)]
    [InlineData("Expired", 0.0)]
    public async Task Run_JobThatEndsEarly_ReadsWhatIsThereAndSendsTheRestAgain(string end, double missing)
    {
        _stage.Fake.Control.Batch(missing: missing, end: end, jobs: 1);

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(50);

        Assert.Equal(BatchStage.Keys(50).Order(), answers.Select(answer => answer.Key).Order());
        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        Assert.Equal(50, _stage.Ids("out/", round: 0).Concat(_stage.Ids(round: 1)).Distinct().Count());
        Assert.Equal(50, _stage.Ids("out/", round: 0).Count + _stage.Ids(round: 1).Count);
    }

    [Fact]
    public async Task Run_JobThatSomebodyStops_ReadsWhatIsThereAndSendsNothingAgain()
    {
        _stage.Options.PollInterval = TimeSpan.FromMinutes(55);
        _stage.Options.Progress = new StoppingProgress(_stage.Fake.Control.Client);

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(40);

        Assert.Equal(40, answers.DistinctBy(answer => answer.Key).Count());
        Assert.InRange(answers.Count(answer => answer.Succeeded), 1, 39);
        Assert.All(answers.Where(answer => !answer.Succeeded),
            answer => Assert.Equal((BatchFailureReason.Job, "Stopped"), (answer.Failure!.Reason, answer.Failure.Code)));
        Assert.Equal(1, _stage.Calls("CreateModelInvocationJob"));
    }

    [Fact]
    public async Task Run_ArnInThePath_IsEscapedOnce()
    {
        await _stage.RunAsync(10);

        Assert.All(_stage.Fake.Calls.Where(call => call.Operation == "GetModelInvocationJob"),
            call => Assert.EndsWith("model-invocation-job%2Fsimulated001", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_KeysThatAreNoRecordIds_ComeBackAsTheyWere()
    {
        List<BatchAnswer<ClaudeResponse>> answers = await TestClient.ToListAsync(
            _stage.Create().RunAsync(BatchStage.Claude, BatchStage.Questions(20, "dépôt/1 #")));

        Assert.Equal(BatchStage.Keys(20, "dépôt/1 #").Order(), answers.Select(answer => answer.Key).Order());
        Assert.All(_stage.Ids(), id => Assert.Matches("^[A-Za-z0-9]{1,64}$", id));
    }

    [Fact]
    public async Task Run_ResultsWithoutLineBreaksAndWithIdsOfOthers_AreJoinedAndCounted()
    {
        _stage.Fake.Control.JobTime = TimeSpan.FromDays(1);
        _stage.Options.PollInterval = TimeSpan.FromDays(2);
        _stage.Options.Progress = new ResultsProgress(_stage);

        List<BatchAnswer<ClaudeResponse>> answers = await _stage.RunAsync(10);

        Assert.Equal(BatchStage.Keys(10).Order(), answers.Select(answer => answer.Key).Order());
        Assert.Equal(3, ((ResultsProgress)_stage.Options.Progress).Last!.Unknown);
    }

    [Fact]
    public async Task Progress_OfARun_TellsCountsStateAndTheTimeLeft()
    {
        await _stage.RunAsync(30);

        Assert.Equal(BatchState.Writing, _stage.Progress[0].State);
        BatchProgress halfway = Assert.Single(_stage.Progress, progress => progress.State == BatchState.Waiting && progress.Processed is > 0 and < 30);
        Assert.Equal((30L, 30L, ModelInvocationJobStatus.InProgress, 1),
            (halfway.Records, halfway.RoundRecords, halfway.JobStatus!.Value, halfway.RunningJobs));
        Assert.Equal((TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(100)), (halfway.Elapsed, halfway.Remaining!.Value));
        BatchProgress last = _stage.Progress[^1];
        Assert.Equal((BatchState.Ended, 30L, 0L, 0, 1), (last.State, last.Succeeded, last.Failed, last.RunningJobs, last.EndedJobs));
    }

    [Fact]
    public async Task Run_AsManyJobsAsTheAccountMayHave_Waits()
    {
        _stage.Fake.FaultNext(1, BedrockFault.QuotaExceeded);

        Assert.Equal(10, (await _stage.RunAsync(10)).Count);
        Assert.Equal(2, _stage.Calls("CreateModelInvocationJob"));
    }

    private static async IAsyncEnumerable<KeyValuePair<string, ConverseRequest>> Talks(int count)
    {
        await Task.CompletedTask;
        for (int i = 0; i < count; i++)
        {
            yield return KeyValuePair.Create($"k{i}", new ConverseRequest { Messages = [Message.User($"secret number {i}")] });
        }
    }

    private IEnumerable<string> ErrorsOf(int round) => _stage.Files("out/")
        .Where(file => Path.GetFileName(file.Key).StartsWith($"{round}-", StringComparison.Ordinal))
        .SelectMany(file => file.Value).Select(line => JsonElement.Parse(line))
        .Where(line => line.TryGetProperty("error", out _)).Select(line => line.GetProperty("recordId").GetString()!);

    private sealed class StoppingProgress(BedrockControlClient control) : IProgress<BatchProgress>
    {
        private bool _asked;

        public void Report(BatchProgress value)
        {
            if (value.JobStatus == ModelInvocationJobStatus.InProgress && !_asked)
            {
                _asked = true;
                control.StopModelInvocationJobAsync(new StopModelInvocationJobRequest { JobIdentifier = "simulated001" }).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>Writes other results over those of the job before they are read.</summary>
    private sealed class ResultsProgress(BatchStage stage) : IProgress<BatchProgress>
    {
        public BatchProgress? Last { get; private set; }

        public void Report(BatchProgress value)
        {
            Last = value;
            if (value.State == BatchState.Reading && stage.Files("out/") is [var (key, lines)] && lines.Length == 10)
            {
                string other = lines[0].Replace("\"recordId\":\"", "\"recordId\":\"other", StringComparison.Ordinal);
                string none = "{\"modelInput\":{},\"modelOutput\":{}}";
                stage.Fake.S3.Put(BatchStage.Bucket, key, Encoding.UTF8.GetBytes(string.Concat([other, none, .. lines, lines[3]])));
            }
        }
    }
}
