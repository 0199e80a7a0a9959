using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public sealed class SimulatedAsyncInvokeTests : IDisposable
{
    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Job_IsAskedTwice_Completes()
    {
        AsyncInvokeJob job = await _fake.Client.StartAsyncInvokeJobAsync(Request());
        List<string> told = [];

        GetAsyncInvokeResponse done = await job.WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff() }, new Progress(told));

        Assert.Equal(["InProgress", "Completed"], told);
        Assert.Matches("^arn:aws:bedrock:us-east-1:[0-9]{12}:async-invoke/[a-z0-9]{12}$", job.InvocationArn);
        Assert.Equal("s3://harbour-out/jobs/simulated001", done.OutputDataConfig!.S3Uri);
        Assert.Equal("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:1", done.ModelArn);
        Assert.NotNull(done.EndTime);
        Assert.NotNull(done.ClientRequestToken);
    }

    [Fact]
    public async Task Job_ThatIsToFail_Fails()
    {
        AsyncInvokeJob job = await _fake.Client.StartAsyncInvokeJobAsync(Request("Simulate a failure, please"));

        BedrockAsyncInvokeException e =
            await Assert.ThrowsAsync<BedrockAsyncInvokeException>(() => job.WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff() }));

        Assert.Equal(AsyncInvokeStatus.Failed, e.Job.Status);
    }

    [Fact]
    public async Task Start_SameToken_IsTheSameJobOrAConflict()
    {
        StartAsyncInvokeRequest request = Request();
        request.ClientRequestToken = "mine";

        string? first = (await _fake.Client.StartAsyncInvokeAsync(request)).InvocationArn;
        Assert.Equal(first, (await _fake.Client.StartAsyncInvokeAsync(request)).InvocationArn);
        request.OutputDataConfig = "s3://elsewhere/out";
        BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => _fake.Client.StartAsyncInvokeAsync(request));

        Assert.Equal(BedrockErrorCode.Conflict, e.ErrorCode);
    }

    [Fact]
    public async Task List_Pages_FiltersAndSorts()
    {
        for (int i = 0; i < 5; i++) await _fake.Client.StartAsyncInvokeAsync(Request());
        List<AsyncInvokeSummary> all =
            await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync(new() { MaxResults = 2, SortOrder = SortOrder.Ascending }));
        List<AsyncInvokeSummary> newest = await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync(new() { MaxResults = 3 }));
        await new AsyncInvokeJob(_fake.Client, all[1].InvocationArn!).WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff() });

        Assert.Equal(5, all.Select(j => j.InvocationArn).Distinct().Count());
        Assert.Equal(all.Select(j => j.InvocationArn).Reverse(), newest.Select(j => j.InvocationArn));
        Assert.Equal(5, _fake.Calls.Count(c => c.Operation == "ListAsyncInvokes"));
        AsyncInvokeSummary done =
            Assert.Single(await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync(new() { StatusEquals = AsyncInvokeStatus.Completed })));
        Assert.Equal(all[1].InvocationArn, done.InvocationArn);
        Assert.Empty(await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync(new() { SubmitTimeAfter = DateTimeOffset.UtcNow.AddDays(1) })));
        Assert.Empty(await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync(new() { SubmitTimeBefore = DateTimeOffset.UnixEpoch })));
    }

    [Fact]
    public async Task BadRequests_AreRefused()
    {
        await Assert.ThrowsAsync<BedrockValidationException>(
            () => _fake.Client.GetAsyncInvokeAsync("arn:aws:bedrock:us-east-1:000000000000:async-invoke/nothing"));
        await Assert.ThrowsAsync<BedrockValidationException>(() => _fake.Client.ListAsyncInvokesPageAsync(new() { NextToken = "guessed" }));
        StartAsyncInvokeRequest request = Request();
        request.OutputDataConfig = new AsyncInvokeUnknownOutput(JsonElement.Parse("""{"disk":{}}"""));
        await Assert.ThrowsAsync<BedrockValidationException>(() => _fake.Client.StartAsyncInvokeAsync(request));
    }

    [Fact]
    public async Task Scripts_AnswerInPlaceOfTheJobs()
    {
        _fake.WhenStartAsyncInvoke().Reply(request => new StartAsyncInvokeResponse { InvocationArn = "arn-of-" + request.ModelId });
        _fake.WhenGetAsyncInvoke("arn-of-amazon.nova-reel-v1:1")
            .Throw(new BedrockThrottlingException("slow down"))
            .Reply(new GetAsyncInvokeResponse { Status = AsyncInvokeStatus.InProgress })
            .Reply(arn => new GetAsyncInvokeResponse { Status = AsyncInvokeStatus.Completed, InvocationArn = arn });
        _fake.WhenListAsyncInvokes()
            .Reply(request => new ListAsyncInvokesResponse { NextToken = request.NextToken is null ? "more" : null,
            AsyncInvokeSummaries = [new() { FailureMessage = request.NextToken }] });

        AsyncInvokeJob job = await _fake.Client.StartAsyncInvokeJobAsync(Request());
        GetAsyncInvokeResponse done = await job.WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = new InstantBackOff() });
        List<AsyncInvokeSummary> listed = await TestClient.ToListAsync(_fake.Client.ListAsyncInvokesAsync());

        Assert.Equal("arn-of-amazon.nova-reel-v1:1", done.InvocationArn);
        Assert.Equal([null, "more"], listed.Select(j => j.FailureMessage));
        Assert.Equal("amazon.nova-reel-v1:1", Assert.Single(_fake.StartAsyncInvokeRequests()).ModelId);
    }

    [Fact]
    public async Task Server_ServesAllOfThem()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient client = server.CreateClient();

        AsyncInvokeJob job = await client.StartAsyncInvokeJobAsync(Request());
        await job.GetAsync();
        Assert.Equal(AsyncInvokeStatus.Completed, (await job.GetAsync()).Status);
        Assert.Single(await TestClient.ToListAsync(
            client.ListAsyncInvokesAsync(new() { SubmitTimeAfter = DateTimeOffset.UnixEpoch, StatusEquals = AsyncInvokeStatus.Completed, MaxResults = 1 })));
        ApplyGuardrailResponse applied =
            await client.ApplyGuardrailAsync("arn:aws:bedrock:us-east-1:210987654321:guardrail/gr1", "DRAFT",
            new() { Source = "INPUT", Content = ["forbidden"] });
        Assert.Equal(GuardrailAction.GuardrailIntervened, applied.Action);
        InvokeGuardrailChecksResponse checks =
            await client.InvokeGuardrailChecksAsync(
            new() { Messages = [GuardrailChecksMessage.User("a")], Checks = new() { PromptAttack = GuardrailChecksPromptAttackConfig.For("JAILBREAK") } });
        Assert.Equal(0, checks.Results!.PromptAttack!.Results[0].SeverityScore);
        CountTokensResponse count =
            await client.CountTokensAsync("amazon.nova-lite-v1:0", CountTokensRequest.For(ConverseRequest.For("How many tokens are these?")));
        Assert.True(count.InputTokens > 0);

        server.WhenApplyGuardrail("gr1", "9").Reply(new ApplyGuardrailResponse { ActionReason = "set up" });
        Assert.Equal("set up", (await client.ApplyGuardrailAsync("gr1", "9", new() { Source = "INPUT", Content = ["a"] })).ActionReason);
        Assert.Equal(2, server.ApplyGuardrailRequests().Count);
    }

    private static StartAsyncInvokeRequest Request(string text = "a harbour at dawn") => new()
    {
        ModelId = "amazon.nova-reel-v1:1",
        ModelInput = JsonElement.Parse($$$"""{"taskType":"TEXT_VIDEO","textToVideoParams":{"text":"{{{text}}}"}}"""),
        OutputDataConfig = "s3://harbour-out/jobs",
    };

    private sealed class Progress(List<string> told) : IProgress<GetAsyncInvokeResponse>
    {
        public void Report(GetAsyncInvokeResponse value) => told.Add(value.Status!.Value.Value);
    }
}
