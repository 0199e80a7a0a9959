using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

public sealed class EventStreamReaderTests
{
    private static readonly byte[] ThreeFrames = [.. RawFrame.Chunk, .. RawFrame.Empty, .. RawFrame.AllTypes];

    private static readonly string[] ThreeFramesHex =
        [Convert.ToHexString(RawFrame.Chunk), Convert.ToHexString(RawFrame.Empty), Convert.ToHexString(RawFrame.AllTypes)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_BodyCutInEveryWay_GivesTheSameFrames(bool answersLater)
    {
        foreach (int[] pieces in EventStreamReading.WaysToCut(ThreeFrames.Length))
        {
            EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(ThreeFrames, pieces) { AnswersLater = answersLater });

            Assert.Null(reading.Failure);
            Assert.Equal(ThreeFramesHex, reading.Frames);
        }
    }

    [Fact]
    public async Task ReadAsync_FiftyFramesInOneRead_TouchesTheStreamOnce()
    {
        PieceStream body = new([.. Enumerable.Repeat(RawFrame.Chunk, 50).SelectMany(frame => frame)])
        {
            OnRead = FailFromRead(2),
        };
        await using EventStreamReader reader = new(body);

        for (int i = 0; i < 50; i++)
        {
            Assert.True(await reader.ReadAsync());
            Assert.Equal(i * 45, reader.Frame.StreamOffset);
        }

        Assert.Equal(1, body.Reads);
    }

    [Fact]
    public async Task ReadAsync_LastByteOfAFrameArrives_GivesTheFrameWithoutAnotherRead()
    {
        PieceStream body = new(RawFrame.Chunk, 44, 1) { OnRead = FailFromRead(3) };
        await using EventStreamReader reader = new(body);

        Assert.True(await reader.ReadAsync());

        Assert.Equal(2, body.Reads);
    }

    [Fact]
    public async Task ReadAsync_EmptyBodyOrEndBetweenFrames_GivesFalseEveryTime()
    {
        await using EventStreamReader empty = new(new PieceStream([]));
        Assert.False(await empty.ReadAsync());
        Assert.False(await empty.ReadAsync());

        await using EventStreamReader reader = new(new PieceStream(RawFrame.Chunk));
        Assert.True(await reader.ReadAsync());
        Assert.False(await reader.ReadAsync());
        Assert.False(await reader.ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_EndAtEveryPlaceWithinAFrame_GivesTheFramesBeforeAndThenSaysHowMuchWasThere()
    {
        for (int there = 1; there < RawFrame.Chunk.Length; there++)
        {
            EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream([.. RawFrame.Empty, .. RawFrame.Chunk[..there]]));

            Assert.Single(reading.Messages);
            EndOfStreamException failure = Assert.IsType<EndOfStreamException>(reading.Failure);
            string howMuch = there < 12 ? $"{there} of 12 bytes of its prelude" : $"{there} of 45 bytes of its length";
            Assert.Contains($"{howMuch} were there (the frame begins at byte 16)", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ReadAsync_DefectInTheSecondFrame_GivesTheFirstThenTheOffsetInTheStream()
    {
        byte[] second = RawFrame.Chunk;
        second[40] ^= 0x01;

        EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream([.. RawFrame.Chunk, .. second, .. RawFrame.Chunk], 3));

        Assert.Single(reading.Messages);
        Assert.Equal(45 + 41, Assert.IsType<BedrockProtocolException>(reading.Failure).ByteOffset);
    }

    [Fact]
    public async Task ReadAsync_AfterADefect_FailsInTheSameWayAgain()
    {
        byte[] frame = RawFrame.Chunk;
        frame[40] ^= 0x01;
        await using EventStreamReader reader = new(new PieceStream([.. frame, .. RawFrame.Chunk]));

        BedrockProtocolException first = await Assert.ThrowsAsync<BedrockProtocolException>(() => reader.ReadAsync().AsTask());
        BedrockProtocolException second = await Assert.ThrowsAsync<BedrockProtocolException>(() => reader.ReadAsync().AsTask());

        Assert.Equal(first.Message, second.Message);
        Assert.Throws<InvalidOperationException>(() => reader.Frame);
    }

    [Fact]
    public async Task ReadAsync_WrongPreludeWhileTheBodyStaysOpen_FailsWithoutWaitingForMore()
    {
        byte[] prelude = RawFrame.WithLengths(0xFFFFFFFF, 0, [])[..12];
        PieceStream body = new(prelude, 5, 7) { OnRead = FailFromRead(3) };
        await using EventStreamReader reader = new(body);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => reader.ReadAsync().AsTask());
    }

    [Fact]
    public async Task ReadAsync_CancelledBefore_ThrowsThoughAFrameIsBuffered()
    {
        await using EventStreamReader reader = new(new PieceStream(ThreeFrames));
        Assert.True(await reader.ReadAsync());
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();

        OperationCanceledException thrown =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(cancellation.Token).AsTask());

        Assert.Equal(cancellation.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task ReadAsync_CancelledWhileWaiting_GoesOnWhereItWas()
    {
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource waiting = new();
        PieceStream body = new(RawFrame.Chunk, 20)
        {
            OnRead = async (number, token) =>
            {
                if (number != 2) return;
                waiting.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
        };
        await using EventStreamReader reader = new(body);

        Task<bool> read = reader.ReadAsync(cancellation.Token).AsTask();
        await waiting.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        Assert.True(await reader.ReadAsync());
        Assert.Equal(RawFrame.Chunk, EventStreamEncoder.Encode(reader.Frame.ToMessage()));
    }

    [Fact]
    public async Task ReadAsync_StreamFails_PassesTheFailureOnAndGoesOnWhereItWas()
    {
        IOException reset = new("reset");
        PieceStream body = new(RawFrame.Chunk, 20) { OnRead = (number, _) => number == 2 ? throw reset : Task.CompletedTask };
        await using EventStreamReader reader = new(body);

        Assert.Same(reset, await Assert.ThrowsAsync<IOException>(() => reader.ReadAsync().AsTask()));

        Assert.True(await reader.ReadAsync());
        Assert.Equal(RawFrame.Chunk, EventStreamEncoder.Encode(reader.Frame.ToMessage()));
    }

    [Fact]
    public async Task ReadAsync_WhileAnotherIsUnderWay_IsRefusedAndTheFirstGoesOn()
    {
        TaskCompletionSource arrival = new();
        await using EventStreamReader reader = new(new PieceStream(RawFrame.Chunk) { OnRead = (_, _) => arrival.Task });
        Task<bool> first = reader.ReadAsync().AsTask();

        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadAsync().AsTask());
        Assert.Throws<InvalidOperationException>(() => reader.Frame);
        arrival.SetResult();

        Assert.True(await first);
    }

#if !DEBUG // In a debug build the state of every async method is an object, whether it waits or not.
    [Fact]
    public async Task ReadAsync_BufferedFrames_AllocatesNothing()
    {
        byte[] frames = [.. Enumerable.Repeat(RawFrame.Chunk, 300).SelectMany(frame => frame)];
        await using MemoryStream body = new(frames);
        await using EventStreamReader reader = new(body);
        for (int i = 0; i < 100; i++) Assert.True(await reader.ReadAsync());

        long before = GC.GetAllocatedBytesForCurrentThread();
        int read = 0;
        for (int i = 0; i < 100; i++)
        {
            ValueTask<bool> next = reader.ReadAsync();
            if (next.IsCompletedSuccessfully && await next) read++;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The buffer holds 182 of these frames, so some of the reads went to the stream too; a memory stream answers at once.
        Assert.Equal(100, read);
        Assert.Equal(0, allocated);
    }
#endif

    [Fact]
    public async Task Frame_WithoutACurrentFrame_Throws()
    {
        EventStreamReader reader = new(new PieceStream(RawFrame.Chunk));
        Assert.Throws<InvalidOperationException>(() => reader.Frame);

        Assert.True(await reader.ReadAsync());
        Assert.Equal(2, reader.Frame.Payload.Length);

        Assert.False(await reader.ReadAsync());
        Assert.Throws<InvalidOperationException>(() => reader.Frame);
        await reader.DisposeAsync();
        Assert.Throws<InvalidOperationException>(() => reader.Frame);
    }

    [Fact]
    public void Constructor_NullStream_IsRefused() => Assert.Throws<ArgumentNullException>("stream", () => new EventStreamReader(null!));

    private static Func<int, CancellationToken, Task> FailFromRead(int first) =>
        (number, _) => number < first ? Task.CompletedTask : throw new InvalidOperationException("Asked for more than is needed.");
}
