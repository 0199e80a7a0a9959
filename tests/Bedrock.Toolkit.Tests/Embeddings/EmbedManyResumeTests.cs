using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Embeddings;

/// <summary>Runs that are killed at a point and started again on the same checkpoint file.</summary>
public sealed class EmbedManyResumeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EmbedMany_KilledAtEveryPoint_NeitherLosesNorRepeatsAnItem(bool keepOrder)
    {
        int point = 0;
        bool killed = true;
        for (; killed; point++)
        {
            var store = new Store();
            string file = Path.Combine(_folder, $"{keepOrder}-{point}");
            var crash = new Crash(point);
            killed = !await RunAsync(file, store, crash, keepOrder);
            if (killed)
            {
                Assert.True(await RunAsync(file, store, new Crash(int.MaxValue), keepOrder));
            }

            store.AssertComplete();
        }

        // Every place at which a step is counted was a place of death once.
        Assert.InRange(point, 100, 1000);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task EmbedMany_KilledAgainAndAgainAtRandom_NeitherLosesNorRepeatsAnItem(int seed, bool keepOrder)
    {
        var random = new Random(seed);
        var store = new Store();
        string file = Path.Combine(_folder, $"random-{seed}");
        int deaths = 0;
        while (!await RunAsync(file, store, new Crash(random.Next(20, 90)), keepOrder))
        {
            Assert.True(++deaths < 200, "No run came to the end.");
        }

        Assert.True(deaths > 0);
        store.AssertComplete();
    }

    [Fact]
    public async Task EmbedMany_SecondRunOfTheSame_CallsNobody()
    {
        string file = Path.Combine(_folder, "twice");
        var store = new Store();
        await RunAsync(file, store, new Crash(int.MaxValue), keepOrder: true);

        int before = store.Calls;
        await RunAsync(file, store, new Crash(int.MaxValue), keepOrder: true);

        Assert.Equal(before, store.Calls);
        store.AssertComplete();
    }

    [Fact]
    public async Task EmbedMany_ChangedContentOrSettings_IsEmbeddedAgain()
    {
        string[] first = ["item 1", "item 2", "item 3"];
        string[] second = ["item 1", "item 20", "item 3"];

        Assert.Equal(["item 1", "item 2", "item 3"], await TextsCalledAsync(first, new()));
        Assert.Equal(["item 20"], await TextsCalledAsync(second, new()));
        Assert.Empty(await TextsCalledAsync(second, new()));
        Assert.Equal(second, await TextsCalledAsync(second, new() { Purpose = EmbeddingPurpose.Query }));
    }

    [Fact]
    public async Task EmbedMany_FailedBefore_IsTriedAgainOnlyWhenAsked()
    {
        string[] texts = ["item 1", "bad 2"];

        Assert.Contains("bad 2", await TextsCalledAsync(texts, new()));
        Assert.Empty(await TextsCalledAsync(texts, new()));
        Assert.Equal(["bad 2"], await TextsCalledAsync(texts, new() { RetryFailed = true }));
    }

    [Fact]
    public async Task EmbedMany_KeyThatIsEmpty_IsAnError() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => TextsCalledAsync(["item 1"], new() { Key = _ => "" }));

    private async Task<List<string>> TextsCalledAsync(string[] texts, EmbeddingPipelineOptions<string> options)
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        using var checkpoint = new EmbeddingCheckpointFile(Path.Combine(_folder, "changes"));
        options.Checkpoint = checkpoint;
        options.Key ??= text => "key-" + Array.IndexOf(texts, text);
        await TestClient.ToListAsync(client.EmbedManyAsync(CohereEmbedModels.V4, texts.ToAsyncEnumerable(), options));
        return [.. service.Calls.SelectMany(c => c).Distinct().Order()];
    }

    /// <summary>One process: true when it came to its end, false when it was killed.</summary>
    private static async Task<bool> RunAsync(string file, Store store, Crash crash, bool keepOrder)
    {
        using var service = new EmbeddingService
        {
            Before = async (_, _, _) =>
            {
                crash.Step();
                await Task.Yield();
                crash.Step();
                store.CountCall();
                return null;
            },
        };
        using BedrockClient client = service.Client();
        using var checkpoint = new EmbeddingCheckpointFile(file);
        var options = new EmbeddingPipelineOptions<string>
        {
            Key = text => text,
            Checkpoint = new MortalCheckpoint(checkpoint, crash),
            KeepOrder = keepOrder,
            MaxBatchCount = 4,
            MaxConcurrency = 3,
            DeadLetter = (item, _) =>
            {
                crash.Step();
                store.Put("dead " + item.Key, item.IsRedelivery, crash);
                return ValueTask.CompletedTask;
            },
        };
        try
        {
            await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(CohereEmbedModels.EnglishV3, Store.Source(), options))
            {
                crash.Step();
                Assert.Equal(EmbeddingService.VectorOf(item.Item), item.Vector.ToArray());
                store.Put(item.Key!, item.IsRedelivery, crash);
                crash.Step();
            }

            return true;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    private sealed class KilledException : Exception;

    /// <summary>Ends everything at a step: no step after it happens either.</summary>
    private sealed class Crash(int at)
    {
        private int _steps;

        public void Step()
        {
            if (Interlocked.Increment(ref _steps) > at)
            {
                throw new KilledException();
            }
        }
    }

    /// <summary>What the receiver stores, in a place that outlives the process.</summary>
    private sealed class Store
    {
        private readonly Dictionary<string, int> _stored = [];
        private int _calls;

        public int Calls => _calls;

        public static IAsyncEnumerable<string> Source() => Enumerable.Range(0, 14).Select(i => i is 3 or 9 ? $"bad {i}" : $"item {i}").ToAsyncEnumerable();

        public void CountCall() => Interlocked.Increment(ref _calls);

        public void Put(string key, bool isRedelivery, Crash crash)
        {
            // Only what is marked may be there already: that one is written over, any other would be a repetition.
            Assert.True(isRedelivery || !_stored.ContainsKey(key), $"{key} was handed over twice without a mark.");
            crash.Step();
            _stored[key] = _stored.GetValueOrDefault(key) + 1;
        }

        public void AssertComplete()
        {
            string[] expected = [.. Enumerable.Range(0, 14).Select(i => i is 3 or 9 ? $"dead bad {i}" : $"item {i}").Order()];
            Assert.Equal(expected, _stored.Keys.Order());
        }
    }

    /// <summary>A checkpoint whose process can die before, between and after the writes of its entries.</summary>
    private sealed class MortalCheckpoint(EmbeddingCheckpointFile file, Crash crash) : IEmbeddingCheckpoint
    {
        public async ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
        {
            crash.Step();
            EmbeddingCheckpointEntry? entry = await file.FindAsync(key, cancellationToken);
            crash.Step();
            return entry;
        }

        public async ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default)
        {
            foreach (EmbeddingCheckpointEntry entry in entries)
            {
                crash.Step();
                await file.WriteAsync([entry], cancellationToken);
            }

            crash.Step();
        }
    }
}
