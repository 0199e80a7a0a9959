using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamReaderBufferTests
{
    private const int UsualBuffer = 8_192;

    private readonly CountingPool _pool = new();

    [Fact]
    public async Task DisposeAsync_NeverRead_TookNoBuffer()
    {
        PieceStream body = new(RawFrame.Chunk);

        await Reader(body).DisposeAsync();

        Assert.Empty(_pool.Rented);
        Assert.Equal(1, body.Disposals);
    }

    [Fact]
    public async Task DisposeAsync_Twice_GivesBufferAndStreamBackOnce()
    {
        PieceStream body = new(RawFrame.Chunk);
        EventStreamReader reader = Reader(body);
        Assert.True(await reader.ReadAsync());
        Assert.Equal(1, _pool.Outstanding);

        await reader.DisposeAsync();
        await reader.DisposeAsync();

        Assert.Equal(0, _pool.Outstanding);
        Assert.Equal(1, body.Disposals);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => reader.ReadAsync().AsTask());
    }

    [Fact]
    public async Task DisposeAsync_LeaveOpen_DoesNotCloseTheStream()
    {
        PieceStream body = new(RawFrame.Chunk);
        EventStreamReader reader = new(body, leaveOpen: true);
        Assert.True(await reader.ReadAsync());

        await reader.DisposeAsync();

        Assert.Equal(0, body.Disposals);
    }

    [Fact]
    public async Task DisposeAsync_WhileAReadIsUnderWay_GivesTheBufferBackWhenTheReadIsOver()
    {
        TaskCompletionSource arrival = new();
        EventStreamReader reader = Reader(new PieceStream(RawFrame.Chunk) { OnRead = (_, _) => arrival.Task });
        Task<bool> read = reader.ReadAsync().AsTask();

        await reader.DisposeAsync();
        Assert.Equal(1, _pool.Outstanding);
        arrival.SetResult();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => read);
        Assert.Equal(0, _pool.Outstanding);
        Assert.Throws<InvalidOperationException>(() => reader.Frame);
    }

    [Fact]
    public async Task ReadAsync_ManySmallFrames_KeepsOneBufferOfUsualSize()
    {
        // 100 bytes at a time of frames of 45 bytes: every place of the buffer's end within a frame is met.
        byte[] bytes = [.. Enumerable.Repeat(RawFrame.Chunk, 2_000).SelectMany(frame => frame)];
        PieceStream body = new(bytes, 100);
        await using EventStreamReader reader = Reader(body);

        int frames = 0;
        while (await reader.ReadAsync())
        {
            Assert.True(reader.Frame.TryGetString(":event-type"u8, out _));
            frames++;
        }

        Assert.Equal(2_000, frames);
        Assert.Equal([UsualBuffer], _pool.Rented);
    }

    [Fact]
    public async Task ReadAsync_LargeFrame_GrowsOnceToItsSizeAndGivesTheSmallBufferBack()
    {
        byte[] large = RawFrame.Of(RawFrame.StringHeader(":event-type", "chunk"), [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)]);
        await using EventStreamReader reader = Reader(new PieceStream([.. RawFrame.Chunk, .. large, .. RawFrame.Chunk], 1_000));

        Assert.True(await reader.ReadAsync());
        Assert.True(await reader.ReadAsync());
        Assert.Equal(large, EventStreamEncoder.Encode(reader.Frame.ToMessage()));
        Assert.True(await reader.ReadAsync());
        Assert.False(await reader.ReadAsync());

        Assert.Equal([UsualBuffer, large.Length], _pool.Rented);
        Assert.Equal(1, _pool.Outstanding);
    }

    [Theory]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(25_165_825u)]
    public async Task ReadAsync_LengthOverTheLimit_TakesNoLargeBuffer(uint totalLength)
    {
        await using EventStreamReader reader = Reader(new PieceStream(RawFrame.WithLengths(totalLength, 0, new byte[50_000])));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => reader.ReadAsync().AsTask());

        Assert.Equal([UsualBuffer], _pool.Rented);
    }

    [Fact]
    public async Task ReadAsync_WrongPreludeChecksum_TakesNoLargeBuffer()
    {
        byte[] bytes = RawFrame.WithLengths(1_000_000, 0, []);
        bytes[11] ^= 0x01;
        await using EventStreamReader reader = Reader(new PieceStream(bytes));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => reader.ReadAsync().AsTask());

        Assert.Equal([UsualBuffer], _pool.Rented);
    }

    private EventStreamReader Reader(Stream body) => new(body, null, leaveOpen: false, _pool);
}
