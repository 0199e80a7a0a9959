using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.AsyncInvoke;

public class AsyncInvokeJobTests
{
    private const string Running = """{"status":"InProgress"}""";
    private const string Done = """{"status":"Completed","outputDataConfig":{"s3OutputDataConfig":{"s3Uri":"s3://a/b/job"}}}""";

    [Fact]
    public async Task Wait_RunningThenDone_WaitsLongerEachTimeAndReports()
    {
        var clock = new InstantBackOff();
        var handler = new ScriptedHandler(_ => Answers.Json(Running), _ => Answers.Json(Running), _ => Answers.Json(Running), _ => Answers.Json(Running),
            _ => Answers.Json(Done));
        using BedrockClient client = TestClient.Over(handler);
        var progress = new Reports();

        GetAsyncInvokeResponse job = await new AsyncInvokeJob(client, "arn").WaitAsync(
            new AsyncInvokeWaitOptions { TimeProvider = clock, FirstDelay = TimeSpan.FromSeconds(4), LongestDelay = TimeSpan.FromSeconds(10), Growth = 2 },
                progress);

        Assert.Equal("s3://a/b/job", job.OutputDataConfig!.S3Uri);
        Assert.Equal([4, 8, 10, 10], clock.Delays.Select(d => d.TotalSeconds));
        Assert.Equal(["InProgress", "InProgress", "InProgress", "InProgress", "Completed"], progress.Statuses);
    }

    [Fact]
    public async Task Wait_DoneAtOnce_DoesNotWait()
    {
        var clock = new InstantBackOff();
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Done)));

        await new AsyncInvokeJob(client, "arn").WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = clock });

        Assert.Empty(clock.Delays);
    }

    [Theory]
    [InlineData("""{"status":"Failed","failureMessage":"The quay was closed.","modelArn":"m"}""", "The job failed: The quay was closed.")]
    [InlineData("""{"status":"Failed","modelArn":"m"}""", "The job failed.")]
    [InlineData("""{"status":"Expired","endTime":"2026-05-02T06:09:08Z","modelArn":"m"}""", "The job ended with the unknown status 'Expired'.")]
    public async Task Wait_EndedOtherwise_ThrowsWithTheJob(string body, string message)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));
        var progress = new Reports();

        BedrockAsyncInvokeException e =
            await Assert.ThrowsAsync<BedrockAsyncInvokeException>(() => new AsyncInvokeJob(client, "arn").WaitAsync(progress: progress));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        Assert.Equal("m", e.Job.ModelArn);
        Assert.Equal(Answers.RequestId, e.RequestId);
        Assert.False(e.IsTransient);
        Assert.Single(progress.Statuses);
    }

    [Fact]
    public async Task Wait_UnknownStatusThatHasNotEnded_GoesOn()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"status":"Queued"}"""), _ => Answers.Json("{}"), _ => Answers.Json(Done));
        using BedrockClient client = TestClient.Over(handler);

        await new AsyncInvokeJob(client, "arn")
            .WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff(), LongestDelay = TimeSpan.FromSeconds(5) });

        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task Wait_QuestionFailsForAWhile_GoesOn()
    {
        var handler = new ScriptedHandler();
        for (int i = 0; i < 5; i++) handler.Then(_ => Answers.Error(503, "ServiceUnavailableException"));
        handler.Then(_ => Answers.Json(Running));
        for (int i = 0; i < 5; i++) handler.Then(_ => Answers.Error(429, "ThrottlingException"));
        handler.Then(_ => Answers.Json(Done));
        using BedrockClient client = TestClient.Over(handler, options => options.MaxAttempts = 1);

        GetAsyncInvokeResponse job = await new AsyncInvokeJob(client, "arn")
            .WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff(), LongestDelay = TimeSpan.FromSeconds(5) });

        Assert.Equal(AsyncInvokeStatus.Completed, job.Status);
        Assert.Equal(12, handler.Sent.Count);
    }

    [Fact]
    public async Task Wait_QuestionFailsTooOften_Fails()
    {
        var handler = new ScriptedHandler();
        for (int i = 0; i < 3; i++) handler.Then(_ => Answers.Error(503, "ServiceUnavailableException"));
        using BedrockClient client = TestClient.Over(handler, options => options.MaxAttempts = 1);

        await Assert.ThrowsAnyAsync<BedrockServiceException>(() =>
            new AsyncInvokeJob(client, "arn").WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff(), MaxFailedQuestions = 2 }));

        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task Wait_QuestionRefused_FailsAtOnce()
    {
        var handler = new ScriptedHandler(_ => Answers.Error(403, "AccessDeniedException"));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => new AsyncInvokeJob(client, "arn").WaitAsync());
    }

    [Fact]
    public async Task Wait_LimitRunsOut_IsATimeout()
    {
        var clock = new FakeTimeProvider();
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Running)));
        var progress = new Reports();
        var options = new AsyncInvokeWaitOptions { TimeProvider = clock, FirstDelay = TimeSpan.FromMinutes(1), OverallTimeout = TimeSpan.FromSeconds(30) };

        Task<GetAsyncInvokeResponse> wait = new AsyncInvokeJob(client, "arn").WaitAsync(options, progress);
        await progress.First;
        clock.Advance(TimeSpan.FromSeconds(31));

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => wait);
        Assert.Equal(BedrockTimeoutKind.Overall, e.Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), e.Limit);
    }

    [Fact]
    public async Task Wait_Cancelled_HasTheCallersToken()
    {
        var clock = new FakeTimeProvider();
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Running)));
        var progress = new Reports();
        using var cancel = new CancellationTokenSource();

        Task<GetAsyncInvokeResponse> wait = new AsyncInvokeJob(client, "arn")
            .WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = clock }, progress, cancel.Token);
        await progress.First;
        await cancel.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(cancel.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Wait_BadOption_IsRefusedByName()
    {
        (AsyncInvokeWaitOptions Options, string Named)[] cases =
        [
            (new() { FirstDelay = TimeSpan.Zero }, "FirstDelay"),
            (new() { LongestDelay = TimeSpan.FromSeconds(1) }, "LongestDelay"),
            (new() { LongestDelay = TimeSpan.MaxValue }, "LongestDelay"),
            (new() { Growth = 0.9 }, "Growth"),
            (new() { Growth = double.NaN }, "Growth"),
            (new() { OverallTimeout = TimeSpan.Zero }, "OverallTimeout"),
            (new() { MaxFailedQuestions = -1 }, "MaxFailedQuestions"),
            (new() { TimeProvider = null! }, "TimeProvider"),
        ];
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        foreach ((AsyncInvokeWaitOptions options, string named) in cases)
        {
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => new AsyncInvokeJob(client, "arn").WaitAsync(options));
            Assert.Contains($"AsyncInvokeWaitOptions.{named} ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Constructor_BlankArn_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        Assert.Throws<ArgumentException>(() => new AsyncInvokeJob(client, " "));
        Assert.Equal("arn", new AsyncInvokeJob(client, "arn").ToString());
    }

    private sealed class Reports : IProgress<GetAsyncInvokeResponse>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string?> Statuses { get; } = [];

        public Task First => _first.Task;

        public void Report(GetAsyncInvokeResponse value)
        {
            Statuses.Add(value.Status?.Value);
            _first.TrySetResult();
        }
    }
}
