using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.VectorData;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Tests.VectorData;

/// <summary>An upsert in a process of its own, which kills itself at a batch, and which goes on with what is not there yet.</summary>
internal static class VectorProcess
{
    public const string Verb = "vectors";
    public const string Bucket = "harbour";
    public const string Index = "berths";
    public const int Records = 20_000;

    /// <summary>Runs an upsert against a server; what the process printed: how many were there and how many it put, nothing when it was killed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="at">The batch at which it kills itself; 0 for none.</param>
    /// <param name="before">Whether that batch is never sent.</param>
    public static async Task<string> StartAsync(BedrockServer server, int at, bool before = false)
    {
        ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync();
        return await ClientProcess.RunAsync([Verb, server.Url.AbsoluteUri, at.ToString(CultureInfo.InvariantCulture), before ? "before" : "after"],
            ("AWS_ACCESS_KEY_ID", keys.AccessKey), ("AWS_SECRET_ACCESS_KEY", keys.SecretKey));
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var moment = new KillMoment(int.Parse(args[2], CultureInfo.InvariantCulture));
        using var client = new S3VectorsClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new EnvironmentVariablesAWSCredentials(),
            ServiceUrl = new Uri(args[1]),
            HandlerFactory = () => new KillingHandler(moment, "/PutVectors", args[3] == "before"),
        });
        using var store = new S3VectorStore(client, Bucket, new S3VectorStoreOptions { VectorsPerSecond = 1_000_000 });
        using VectorStoreCollection<string, Berth> berths = store.GetCollection<string, Berth>(Index);
        await berths.EnsureCollectionExistsAsync();

        HashSet<string> there = [];
        await foreach (ListOutputVector vector in client.ListVectorsAsync(
            new ListVectorsRequest { VectorBucketName = Bucket, IndexName = Index, MaxResults = 1000 }))
        {
            there.Add(vector.Key!);
        }

        Berth[] missing = [.. Enumerable.Range(0, Records).Select(Berth.Draw).Where(one => !there.Contains(one.Key))];
        await berths.UpsertAsync(missing);
        Console.WriteLine($"{there.Count} {missing.Length}");
        return 0;
    }
}
