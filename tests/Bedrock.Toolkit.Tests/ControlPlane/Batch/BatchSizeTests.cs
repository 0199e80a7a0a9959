using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>As many records as a job takes.</summary>
[Collection(AloneCollection.Name)]
public sealed class BatchSizeTests(ITestOutputHelper output)
{
    private const int Records = 100_000;
    private const long MaxBytes = 300_000_000;

    [Fact]
    public async Task Run_AHundredThousandRecordsWithErrors_GivesEveryKeyOnceInBoundedMemory()
    {
        using var stage = new BatchStage(minRecords: 100);
        stage.Fake.KeepCalls(0);
        stage.Fake.Control.Batch(errors: 0.01, seed: 1);
        stage.Options.PollInterval = TimeSpan.FromMinutes(90);
        stage.Options.Progress = null;
        stage.Options.MaxRecordsPerFile = 40_000;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        void Look() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);

        HashSet<string> keys = [];
        int failed = 0;
        var records = BatchStage.Questions(Records).Select((pair, i) =>
        {
            if (i % 500 == 0)
            {
                Look();
            }

            return pair;
        });
        await foreach (BatchAnswer<ClaudeResponse> answer in stage.Create().RunAsync(BatchStage.Claude, records))
        {
            Assert.True(keys.Add(answer.Key));
            failed += answer.Succeeded ? 0 : 1;
            if (keys.Count % 500 == 0)
            {
                Look();
            }
        }

        output.WriteLine($"peak {peak / 1_000_000} MB, {failed} failed at last");
        Assert.Equal(Records, keys.Count);
        Assert.InRange(failed, 0, 100);
        Assert.InRange(peak, 1, MaxBytes);
        Assert.InRange(stage.Ids(round: 1).Count, 700, 1_300);
    }
}
