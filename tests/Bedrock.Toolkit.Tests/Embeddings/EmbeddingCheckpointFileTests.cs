using System.Buffers.Binary;

namespace Bedrock.Toolkit.Tests.Embeddings;

public sealed class EmbeddingCheckpointFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoint-").FullName;

    private string FilePath => Path.Combine(_folder, "run.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Find_AfterReopening_GivesWhatWasWrittenLast()
    {
        using (var file = new EmbeddingCheckpointFile(FilePath, flushToDisk: true))
        {
            await file.WriteAsync([new("a", 1, EmbeddingItemState.Delivering), new("b", UInt128.MaxValue, EmbeddingItemState.Failed)]);
            await file.WriteAsync([new("a", 2, EmbeddingItemState.Done)]);
        }

        using var again = new EmbeddingCheckpointFile(FilePath);
        Assert.Equal(new EmbeddingCheckpointEntry("a", 2, EmbeddingItemState.Done), await again.FindAsync("a"));
        Assert.Equal(new EmbeddingCheckpointEntry("b", UInt128.MaxValue, EmbeddingItemState.Failed), await again.FindAsync("b"));
        Assert.Null(await again.FindAsync("c"));
        Assert.Equal(2, again.Count);
    }

    [Fact]
    public async Task Write_MoreThanTheTableHolds_GrowsAndKeepsEverything()
    {
        const int Items = 5000;
        using (var file = new EmbeddingCheckpointFile(FilePath))
        {
            for (int i = 0; i < Items; i++)
            {
                await file.WriteAsync([new($"key {i}", (UInt128)i, i % 3 == 0 ? EmbeddingItemState.Failed : EmbeddingItemState.Done)]);
            }

            Assert.Equal(Items, file.Count);
        }

        using var again = new EmbeddingCheckpointFile(FilePath);
        for (int i = 0; i < Items; i++)
        {
            Assert.Equal(new EmbeddingCheckpointEntry($"key {i}", (UInt128)i, i % 3 == 0 ? EmbeddingItemState.Failed : EmbeddingItemState.Done),
                await again.FindAsync($"key {i}"));
        }

        Assert.Null(await again.FindAsync("key 5000"));
        Assert.Equal(64 + (16384 * 64), new FileInfo(FilePath).Length);
        Assert.False(File.Exists(FilePath + ".new"));
    }

    [Fact]
    public async Task Open_WhatADeathWhileGrowingLeft_IsIgnored()
    {
        using (var file = new EmbeddingCheckpointFile(FilePath))
        {
            await file.WriteAsync([new("a", 1, EmbeddingItemState.Done)]);
        }

        await File.WriteAllBytesAsync(FilePath + ".new", [1, 2, 3]);
        await File.WriteAllBytesAsync(FilePath + ".lock", []);

        using var again = new EmbeddingCheckpointFile(FilePath);
        Assert.NotNull(await again.FindAsync("a"));
    }

    [Fact]
    public async Task Find_SlotWrittenByHalf_CountsAsDelivering()
    {
        using (var file = new EmbeddingCheckpointFile(FilePath))
        {
            await file.WriteAsync([new("a", 7, EmbeddingItemState.Done)]);
        }

        byte[] bytes = await File.ReadAllBytesAsync(FilePath);
        int slot = Enumerable.Range(1, (bytes.Length / 64) - 1).Single(i => bytes.AsSpan(i * 64, 64).ContainsAnyExcept((byte)0));
        bytes[(slot * 64) + 56] ^= 1;
        await File.WriteAllBytesAsync(FilePath, bytes);

        using var again = new EmbeddingCheckpointFile(FilePath);
        Assert.Equal(EmbeddingItemState.Delivering, (await again.FindAsync("a"))!.Value.State);
        await again.WriteAsync([new("a", 7, EmbeddingItemState.Done)]);
        Assert.Equal(EmbeddingItemState.Done, (await again.FindAsync("a"))!.Value.State);
        Assert.Equal(1, again.Count);
    }

    [Fact]
    public async Task Format_IsTheDocumentedOne()
    {
        using (var file = new EmbeddingCheckpointFile(FilePath))
        {
            await file.WriteAsync([new("a", 7, EmbeddingItemState.Done)]);
        }

        byte[] bytes = await File.ReadAllBytesAsync(FilePath);
        Assert.Equal("BRTEMBCP"u8.ToArray(), bytes[..8]);
        Assert.Equal((1, 64), (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12))));
        byte[] key = System.Security.Cryptography.SHA256.HashData("a"u8)[..16];
        int slot = 1 + (int)(BinaryPrimitives.ReadUInt64LittleEndian(key) % 1024);
        byte[] written = bytes[(slot * 64)..((slot + 1) * 64)];
        Assert.Equal(key, written[..16]);
        Assert.Equal((UInt128)7, BinaryPrimitives.ReadUInt128BigEndian(written.AsSpan(16)));
        Assert.Equal(2, written[32]);
        Assert.Equal(System.IO.Hashing.XxHash3.HashToUInt64(written.AsSpan(0, 56)), BinaryPrimitives.ReadUInt64LittleEndian(written.AsSpan(56)));
    }

    [Fact]
    public void Open_FileInUse_IsRefused()
    {
        using var file = new EmbeddingCheckpointFile(FilePath);

        Assert.Throws<IOException>(() => new EmbeddingCheckpointFile(FilePath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no checkpoint at all, but a text of more than 64 bytes, so that there is a header")]
    public void Open_OtherFile_IsRefused(string content)
    {
        File.WriteAllText(FilePath, content);

        Assert.Throws<InvalidDataException>(() => new EmbeddingCheckpointFile(FilePath));
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Fact]
    public void Open_LaterFormatOrCutTable_IsRefused()
    {
        using (new EmbeddingCheckpointFile(FilePath))
        {
        }

        byte[] bytes = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, bytes[..^64]);
        Assert.Contains("cut", Assert.Throws<InvalidDataException>(() => new EmbeddingCheckpointFile(FilePath)).Message, StringComparison.Ordinal);
        bytes[8] = 2;
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("format 2", Assert.Throws<InvalidDataException>(() => new EmbeddingCheckpointFile(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_AfterDispose_IsRefused()
    {
        var file = new EmbeddingCheckpointFile(FilePath);
        file.Dispose();
        file.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.FindAsync("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.WriteAsync([new("a", 1, EmbeddingItemState.Done)]));
    }
}
