using Bedrock.Toolkit.ControlPlane.Batch;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>The manifest belongs to one run, and survives being cut.</summary>
public sealed class BatchManifestTests : IDisposable
{
    private static readonly ManifestHead Head = new(string.Empty, "model", "InvokeModel", "s3://a/b/", "s3://a/c/");

    private readonly BatchStage _stage = new();

    private string FilePath => _stage.Options.ManifestPath;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Open_CutAnywhere_HasWhatWasWholeAndGoesOn()
    {
        await _stage.RunAsync(25);
        byte[] all = await File.ReadAllBytesAsync(FilePath);
        int head = Array.IndexOf(all, (byte)'\n') + 1;
        ManifestHead known;
        using (var manifest = BatchManifest.Open(FilePath, HeadOfTheRun()))
        {
            known = manifest.Head;
        }

        for (int length = head; length < all.Length; length += 7)
        {
            await File.WriteAllBytesAsync(FilePath, all[..length]);
            int lines = all[..length].Count(b => b == '\n');
            using (var manifest = BatchManifest.Open(FilePath, HeadOfTheRun()))
            {
                Assert.Equal(known, manifest.Head);
                manifest.AddWritten(manifest.Round(0));
            }

            Assert.Equal(lines + 1, File.ReadLines(FilePath).Count());
        }
    }

    [Fact]
    public void Open_CutInItsFirstLine_BeginsAnew()
    {
        File.WriteAllText(FilePath, "{\"version\":1,\"ru");

        using var manifest = BatchManifest.Open(FilePath, Head);

        Assert.Equal(12, manifest.Head.Run.Length);
        Assert.False(manifest.HasRound(0));
    }

    [Fact]
    public void Open_WhileAnotherRunHasIt_IsRefused()
    {
        using var manifest = BatchManifest.Open(FilePath, Head);

        Assert.Throws<IOException>(() => BatchManifest.Open(FilePath, Head));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{}\n")]
    [InlineData("no json\n{}\n")]
    [InlineData("{\"version\":2}\n")]
    public void Open_AnotherFile_IsRefused(string text)
    {
        File.WriteAllText(FilePath, text);

        Assert.Contains("ManifestPath", Assert.Throws<InvalidDataException>(() => BatchManifest.Open(FilePath, Head)).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(FilePath));
    }

    [Fact]
    public void Open_OfAnotherModelOrPlace_NamesWhatDiffers()
    {
        BatchManifest.Open(FilePath, Head).Dispose();

        Assert.Contains("another model", Fault(Head with { Model = "other" }), StringComparison.Ordinal);
        Assert.Contains("another modelInvocationType", Fault(Head with { Type = "Converse" }), StringComparison.Ordinal);
        Assert.Contains("another InputUri", Fault(Head with { InputUri = "s3://x/" }), StringComparison.Ordinal);
        Assert.Contains("another OutputUri", Fault(Head with { OutputUri = "s3://x/" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(26)]
    [InlineData(24)]
    public async Task Run_WithOtherRecords_IsRefused(int count)
    {
        await _stage.RunAsync(25);
        int calls = _stage.Fake.Calls.Count;

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => _stage.RunAsync(count));

        Assert.Contains("ManifestPath names the manifest of a run with other records", error.Message, StringComparison.Ordinal);
        Assert.Equal(calls, _stage.Fake.Calls.Count);
    }

    [Fact]
    public async Task Manifest_OfARun_HoldsNothingOfTheRequests()
    {
        await _stage.RunAsync(25);

        string text = await File.ReadAllTextAsync(FilePath);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Contains("\"token\":", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("\"entry\":\"job\"", StringComparison.Ordinal) < text.IndexOf("\"entry\":\"started\"", StringComparison.Ordinal));
    }

    private ManifestHead HeadOfTheRun() =>
        new(string.Empty, BatchStage.Claude.Id.Value, "InvokeModel", _stage.Options.InputUri, _stage.Options.OutputUri);

    private string Fault(ManifestHead head) => Assert.Throws<ArgumentException>(() => BatchManifest.Open(FilePath, head)).Message;
}
