using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.VectorData;

/// <summary>Upserts whose process dies.</summary>
public sealed class S3VectorResumeTests
{
    // SIGKILL, in the middle of a run: once behind a batch that the service has taken, once ahead of one that it never gets.
    [Fact]
    public async Task Upsert_ProcessKilledTwice_LosesAndDoublesNothing()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await server.Agents.Vectors.CreateVectorBucketAsync(new CreateVectorBucketRequest { VectorBucketName = VectorProcess.Bucket });

        Assert.Equal(string.Empty, await VectorProcess.StartAsync(server, at: 12));
        Assert.Equal(6_000, (await StoredAsync(server)).Count);
        Assert.Equal(string.Empty, await VectorProcess.StartAsync(server, at: 12, before: true));
        Assert.Equal(11_500, (await StoredAsync(server)).Count);
        server.FaultEvery(5, BedrockFault.Throttling);
        Assert.Equal("11500 8500", await VectorProcess.StartAsync(server, at: 0));
        server.ClearConditions();

        List<ListOutputVector> stored = await StoredAsync(server);
        Assert.Equal(VectorProcess.Records, stored.Count);
        Dictionary<string, ListOutputVector> byKey = stored.ToDictionary(vector => vector.Key!);
        Assert.All(Enumerable.Range(0, VectorProcess.Records).Select(Berth.Draw), one => Assert.Equal(
            one.Vector.ToArray(), ((VectorValuesFloat32)byKey[one.Key].Data!).Float32.ToArray()));
    }

    private static async Task<List<ListOutputVector>> StoredAsync(BedrockServer server)
    {
        List<ListOutputVector> stored = [];
        await foreach (ListOutputVector vector in server.Agents.Vectors.ListVectorsAsync(new ListVectorsRequest
        {
            VectorBucketName = VectorProcess.Bucket, IndexName = VectorProcess.Index, ReturnData = true, MaxResults = 1000,
        }))
        {
            stored.Add(vector);
        }

        return stored;
    }
}
