using System.Globalization;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Embeddings;

public class EmbedManyTests
{
    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> Cohere = CohereEmbedModels.EnglishV3;
    private static readonly EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> Titan = TitanModels.EmbedTextV2;

    [Fact]
    public async Task EmbedMany_MoreThanACallTakes_PacksWholeBatchesInOrder()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        EmbeddingRun<string> run = client.EmbedManyAsync(Cohere, Texts(250));
        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(run);

        Assert.Equal([58, 96, 96], service.Calls.Select(c => c.Length).Order());
        Assert.Equal(Enumerable.Range(0, 250).Select(i => (long)i), items.Select(i => i.Index));
        Assert.All(items, i => Assert.Equal(EmbeddingService.VectorOf(i.Item), i.Vector.ToArray()));
        Assert.Equal((250, 0, 0, 3, 500), (run.Progress.Done, run.Progress.Failed, run.Progress.Skipped, run.Progress.Calls, run.Progress.InputTokens));
    }

    [Fact]
    public async Task EmbedMany_FirstCallEndsLast_KeepsTheOrder()
    {
        var others = new CountdownEvent(5);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new EmbeddingService { Before = HoldFirst };
        using BedrockClient client = service.Client();

        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(6)));

        Assert.Equal([0, 1, 2, 3, 4, 5], items.Select(i => i.Index));

        async Task<HttpResponseMessage?> HoldFirst(int call, string[] texts, CancellationToken cancellationToken)
        {
            if (texts[0] == "item 0")
            {
                await release.Task.WaitAsync(cancellationToken);
            }
            else if (others.Signal())
            {
                release.SetResult();
            }

            return null;
        }
    }

    [Fact]
    public async Task EmbedMany_WithoutOrder_GivesWhatEndsFirst()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new EmbeddingService
        {
            Before = async (_, texts, cancellationToken) =>
            {
                await (texts[0] == "item 0" ? release.Task.WaitAsync(cancellationToken) : Task.CompletedTask);
                return null;
            },
        };
        using BedrockClient client = service.Client();

        List<long> order = [];
        await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(Titan, Texts(6), new() { KeepOrder = false }))
        {
            order.Add(item.Index);
            if (order.Count == 5)
            {
                release.SetResult();
            }
        }

        Assert.Equal(0, order[^1]);
        Assert.Equal([0, 1, 2, 3, 4, 5], order.Order());
    }

    [Fact]
    public async Task EmbedMany_LimitsOfTheOptions_CutBatchesByCountAndBytes()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        await TestClient.ToListAsync(client.EmbedManyAsync(Cohere, Texts(10), new() { MaxBatchCount = 4 }));
        Assert.Equal([2, 4, 4], service.Calls.Select(c => c.Length).Order());

        // "item 0" counts 6 bytes and 8 around it: three fit into 42.
        int before = service.Calls.Count;
        await TestClient.ToListAsync(client.EmbedManyAsync(Cohere, Texts(10), new() { MaxBatchBytes = 42 }));
        Assert.Equal([1, 3, 3, 3], service.Calls.Skip(before).Select(c => c.Length).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EmbedMany_SourceThatFails_GivesWhatCameBefore(bool keepOrder)
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        List<EmbeddedItem<string>> items = [];

        var e = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(Cohere, Broken(), new() { KeepOrder = keepOrder, MaxBatchCount = 3 }))
            {
                items.Add(item);
            }
        });

        Assert.Equal("the source broke", e.Message);
        Assert.Equal([0, 1, 2, 3], items.Select(i => i.Index).Order());

        static async IAsyncEnumerable<string> Broken()
        {
            for (int i = 0; i < 4; i++)
            {
                yield return $"item {i}";
            }

            await Task.Yield();
            throw new InvalidDataException("the source broke");
        }
    }

    [Fact]
    public async Task EmbedMany_Cancelled_StopsEverything()
    {
        using var cancellation = new CancellationTokenSource();
        using var service = new EmbeddingService { Before = Hang };
        using BedrockClient client = service.Client();

        Task<List<EmbeddedItem<string>>> all = TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(100), cancellationToken: cancellation.Token));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
        Assert.Equal(0, service.Running);

        async Task<HttpResponseMessage?> Hang(int call, string[] texts, CancellationToken cancellationToken)
        {
            if (call == 3)
            {
                await cancellation.CancelAsync();
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }
    }

    [Fact]
    public async Task EmbedMany_LeftEarly_StopsReadingAndCalling()
    {
        int read = 0;
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        await foreach (EmbeddedItem<string> item in client.EmbedManyAsync(Titan, Endless()))
        {
            if (item.Index == 10)
            {
                break;
            }
        }

        int after = read;
        Assert.Equal(0, service.Running);
        Assert.InRange(after, 10, 1100);

        async IAsyncEnumerable<string> Endless()
        {
            while (true)
            {
                await Task.CompletedTask;
                yield return $"item {read++}";
            }
        }
    }

    [Fact]
    public async Task EmbedMany_SlowSource_SendsWhatIsThere()
    {
        var time = new FakeTimeProvider();
        var more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        await using IAsyncEnumerator<EmbeddedItem<string>> items = client.EmbedManyAsync(
            Cohere, Slow(), new() { MaxBatchDelay = TimeSpan.FromSeconds(2), TimeProvider = time }).GetAsyncEnumerator();

        ValueTask<bool> first = items.MoveNextAsync();
        await waiting.Task;
        while (!first.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(await first);
        Assert.Equal(["item 0"], Assert.Single(service.Calls));
        more.SetResult();
        Assert.True(await items.MoveNextAsync());
        Assert.False(await items.MoveNextAsync());

        async IAsyncEnumerable<string> Slow()
        {
            yield return "item 0";
            waiting.SetResult();
            await more.Task;
            yield return "item 1";
        }
    }

    [Fact]
    public async Task EmbedMany_MixedImagesAndTexts_GoIntoCallsOfTheirOwn()
    {
        using var fake = new Bedrock.Toolkit.Testing.FakeBedrock();
        string?[] items = ["first", null, null, "second", "third"];

        List<EmbeddedItem<string?>> result = await TestClient.ToListAsync(fake.Client.EmbedManyAsync(
            CohereEmbedModels.V4,
            items.ToAsyncEnumerable(),
            new() { Text = t => t, Image = t => t is null ? new BedrockImage(Models.EmbeddingWire.Png) : null, Dimensions = 256 }));

        Assert.All(result, r => Assert.Equal(256, r.Vector.Length));
        Assert.Equal(result[1].Vector.ToArray(), result[2].Vector.ToArray());
        Assert.Equal(["{1,0}", "{0,2}", "{2,0}"], fake.Requests(CohereEmbedModels.V4).Select(r => $"{{{r.Texts?.Count ?? 0},{r.Images?.Count ?? 0}}}")
            .OrderBy(s => s == "{1,0}" ? 0 : s == "{0,2}" ? 1 : 2));
    }

    [Fact]
    public async Task EmbedMany_Progress_TellsRateAndRest()
    {
        var reports = new List<EmbeddingProgress>();
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        await TestClient.ToListAsync(
            client.EmbedManyAsync(Cohere, Texts(200), new() { Progress = new Sink(reports), ProgressInterval = TimeSpan.Zero, ExpectedCount = 400 }));

        Assert.Equal(4, reports.Count);
        EmbeddingProgress last = reports[^1];
        Assert.Equal((200, 400, 400), (last.Done, last.Expected, last.InputTokens));
        Assert.True(last.ItemsPerSecond > 0);
        Assert.Equal(last.Elapsed.TotalSeconds, last.Remaining!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task EmbedMany_EnumeratedTwice_IsRefused()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        EmbeddingRun<string> run = client.EmbedManyAsync(Titan, Texts(1));
        await TestClient.ToListAsync(run);

        Assert.Throws<InvalidOperationException>(() => { run.GetAsyncEnumerator(); });
    }

    [Fact]
    public void EmbedMany_OptionsThatDoNotFit_AreRefused()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        Refused("MaxConcurrency", new() { MaxConcurrency = 0 });
        Refused("MaxBatchCount", new() { MaxBatchCount = 0 });
        Refused("MaxAttempts", new() { MaxAttempts = 21 });
        Refused("Key", new() { Checkpoint = new EmptyCheckpoint() });
        Refused("Image", new() { Image = _ => null });
        Refused("dimensions is 3", new() { Dimensions = 3 });
        Assert.Contains("Text", Assert.Throws<ArgumentException>(() => { client.EmbedManyAsync(Titan, new[] { 1 }.ToAsyncEnumerable()); }).Message,
            StringComparison.Ordinal);

        void Refused(string part, EmbeddingPipelineOptions<string> options) =>
            Assert.Contains(part, Assert.Throws<ArgumentException>(() => { client.EmbedManyAsync(Titan, Texts(1), options); }).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmbedMany_VectorsOfDifferentLengths_FailTheOddOne()
    {
        using var service = new EmbeddingService { Before = (_, texts, _) =>
            Task.FromResult(texts[0] == "item 1" ? Answers.Json("""{"embedding":[1,2,3]}""") : null) };
        using BedrockClient client = service.Client();

        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(3)));

        Assert.IsType<BedrockProtocolException>(Assert.Single(items, i => !i.Succeeded).Error);
    }

    [Fact]
    public async Task EmbedMany_ConcurrencyOfOne_NeverRunsTwoCalls()
    {
        using var service = new EmbeddingService { Before = async (_, _, _) => { await Task.Yield(); return null; } };
        using BedrockClient client = service.Client();

        await TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(50), new() { MaxConcurrency = 1 }));

        Assert.Equal(1, service.MaxRunning);
    }

    private static IAsyncEnumerable<string> Texts(int count) =>
        Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"item {i}")).ToAsyncEnumerable();

    private sealed class Sink(List<EmbeddingProgress> reports) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => reports.Add(value);
    }

    private sealed class EmptyCheckpoint : IEmbeddingCheckpoint
    {
        public ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default) => default;
    }
}
