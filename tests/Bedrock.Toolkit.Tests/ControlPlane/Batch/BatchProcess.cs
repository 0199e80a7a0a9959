using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>A batch in a process of its own, which kills itself at a request.</summary>
internal static class BatchProcess
{
    public const string Verb = "batch";

    private const int Records = 60;

    /// <summary>Runs a batch against a server; what the process printed: how many answers and how many keys, nothing when it was killed.</summary>
    public static async Task<string> StartAsync(BedrockServer server, string manifest, int at)
    {
        ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync();
        return await ClientProcess.RunAsync([Verb, server.Url.AbsoluteUri, manifest, at.ToString(CultureInfo.InvariantCulture)],
            ("AWS_ACCESS_KEY_ID", keys.AccessKey), ("AWS_SECRET_ACCESS_KEY", keys.SecretKey));
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var moment = new KillMoment(int.Parse(args[3], CultureInfo.InvariantCulture));
        var credentials = new EnvironmentVariablesAWSCredentials();
        using var control = new BedrockControlClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = credentials,
            ServiceUrl = new Uri(args[1]),
            HandlerFactory = () => new KillingHandler(moment),
        });
        using var s3 = new AmazonS3Client(credentials, new AmazonS3Config
        {
            ServiceURL = args[1],
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
            HttpClientFactory = new BatchResumeTests.HandlerClients(() => new KillingHandler(moment)),
        });
        var batch = new BatchInference(control, s3, new BatchInferenceOptions
        {
            InputUri = $"s3://{BatchStage.Bucket}/in/",
            OutputUri = $"s3://{BatchStage.Bucket}/out/",
            RoleArn = BatchStage.Role,
            ManifestPath = args[2],
            MinRecords = 10,
            MaxRecordsPerFile = 15,
            MaxRecordsPerJob = 30,
            PollInterval = TimeSpan.FromMilliseconds(100),
        });
        List<BatchAnswer<ClaudeResponse>> answers = await TestClient.ToListAsync(batch.RunAsync(BatchStage.Claude, BatchStage.Questions(Records)));
        Console.WriteLine($"{answers.Count} {answers.DistinctBy(answer => answer.Key).Count()}");
        return 0;
    }
}
