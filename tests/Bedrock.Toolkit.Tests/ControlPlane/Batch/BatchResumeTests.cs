using Amazon.Runtime;
using Amazon.S3;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>A run that ends at any moment goes on from its manifest: nothing is lost, nothing is sent twice.</summary>
public sealed class BatchResumeTests
{
    private const int Records = 60;

    [Fact]
    public async Task Run_CutAtDrawnMomentsAndTakenUp_LosesNothingAndSendsNothingTwice()
    {
        int requests = await RequestsOfAWholeRunAsync();
        uint draw = 2026;
        for (int i = 0; i < 20; i++)
        {
            draw = unchecked((draw * 1_664_525) + 1_013_904_223);
            int at = 1 + (int)((draw >> 8) % (uint)requests);

            await CutAndTakeUpAsync(at, afterwards: i % 2 == 0, tears: i % 3 == 0);
        }
    }

    // BerriAI/litellm-docs#1408: the service took the call, and the client never heard of it.
    [Fact]
    public async Task Create_AnswerLost_FindsTheJobThatRuns()
    {
        using BatchStage stage = Stage();
        int create = 0;
        var counting = new CutMoment(0, afterwards: false);
        using (var run = new Clients(stage, counting))
        {
            await stage.RunAsync(Records, run.Control, run.S3);
            string[] calls = [.. stage.Fake.Calls.Select(call => call.Operation!)];
            create = Array.IndexOf(calls, "CreateModelInvocationJob") + 1;
        }

        using BatchStage again = Stage();
        using (var cut = new Clients(again, new CutMoment(create, afterwards: true)))
        {
            await Assert.ThrowsAnyAsync<BedrockException>(() => again.RunAsync(Records, cut.Control, cut.S3));
        }

        Assert.Equal(1, again.Calls("CreateModelInvocationJob"));
        List<BatchAnswer<ClaudeResponse>> answers = await again.RunAsync(Records);
        Assert.Equal(BatchStage.Keys(Records).Order(), answers.Select(answer => answer.Key).Order());
        Assert.True(again.Calls("ListModelInvocationJobs") > 0);
        await SentOnce.AssertAsync(again.Fake.S3, again.Fake.Control.Client, Records);
    }

    // SIGKILL, in the middle of a run: nothing is disposed, nothing is written behind it.
    [Fact]
    public async Task Run_ProcessKilledTwice_LosesNothingAndSendsNothingTwice()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        server.Control.JobTime = TimeSpan.FromSeconds(0.4);
        server.Control.MinBatchRecords = 10;
        server.Control.Batch(errors: 0.3, seed: 7);
        string folder = Directory.CreateTempSubdirectory("batch").FullName;
        string manifest = Path.Combine(folder, "manifest.jsonl");

        foreach (int at in (int[])[8, 16])
        {
            Assert.Equal(string.Empty, await BatchProcess.StartAsync(server, manifest, at));
        }

        Assert.Equal($"{Records} {Records}", await BatchProcess.StartAsync(server, manifest, 0));
        await SentOnce.AssertAsync(server.S3, server.Control.Client, Records);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Run_AfterItsEnd_GivesEveryKeyOnceMoreAndSendsNothing()
    {
        using BatchStage stage = Stage();
        await stage.RunAsync(Records);
        string[] files = [.. stage.Fake.S3.Keys(BatchStage.Bucket)];
        int jobs = stage.Calls("CreateModelInvocationJob");

        List<BatchAnswer<ClaudeResponse>> answers = await stage.RunAsync(Records);

        Assert.Equal(BatchStage.Keys(Records).Order(), answers.Select(answer => answer.Key).Order());
        Assert.Equal(files, stage.Fake.S3.Keys(BatchStage.Bucket));
        Assert.Equal(jobs, stage.Calls("CreateModelInvocationJob"));
    }

    private static BatchStage Stage()
    {
        var stage = new BatchStage();
        stage.Options.MaxRecordsPerFile = 15;
        stage.Options.MaxRecordsPerJob = 30;
        stage.Options.PollInterval = TimeSpan.FromMinutes(25);
        stage.Fake.Control.Batch(errors: 0.3, seed: 7);
        return stage;
    }

    private static async Task<int> RequestsOfAWholeRunAsync()
    {
        using BatchStage stage = Stage();
        var moment = new CutMoment(0, afterwards: false);
        using var clients = new Clients(stage, moment);
        await stage.RunAsync(Records, clients.Control, clients.S3);
        return moment.Count;
    }

    private static async Task CutAndTakeUpAsync(int at, bool afterwards, bool tears)
    {
        using BatchStage stage = Stage();
        using (var cut = new Clients(stage, new CutMoment(at, afterwards)))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => stage.RunAsync(Records, cut.Control, cut.S3));
        }

        if (tears)
        {
            await File.AppendAllTextAsync(stage.Options.ManifestPath, "{\"entry\":\"fil");
        }

        List<BatchAnswer<ClaudeResponse>> answers = await stage.RunAsync(Records);

        Assert.Equal(BatchStage.Keys(Records).Order(), answers.Select(answer => answer.Key).Order());
        Assert.Equal(0, stage.Fake.S3.OpenUploads);
        await SentOnce.AssertAsync(stage.Fake.S3, stage.Fake.Control.Client, Records);
    }

    /// <summary>The clients of one process, which ends at a moment.</summary>
    private sealed class Clients : IDisposable
    {
        public Clients(BatchStage stage, CutMoment moment)
        {
            HttpMessageHandler Handler() => new CutHandler(new EngineHandler(stage.Fake.Engine), moment);
            Control = new BedrockControlClient(new BedrockClientOptions
            {
                Region = "us-east-1",
                Credentials = stage.Fake.Credentials,
                TimeProvider = stage.Fake.Engine.Time,
                MaxAttempts = 1,
                HandlerFactory = Handler,
            });
            S3 = new AmazonS3Client(stage.Fake.Credentials, new AmazonS3Config
            {
                ServiceURL = "https://s3.us-east-1.amazonaws.com",
                AuthenticationRegion = "us-east-1",
                ForcePathStyle = true,
                MaxErrorRetry = 0,
                HttpClientFactory = new HandlerClients(Handler),
            });
        }

        public BedrockControlClient Control { get; }

        public AmazonS3Client S3 { get; }

        public void Dispose()
        {
            Control.Dispose();
            S3.Dispose();
        }
    }

    internal sealed class HandlerClients(Func<HttpMessageHandler> handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler(), disposeHandler: true);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
