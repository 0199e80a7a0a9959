using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

public class PooledBufferTests
{
    [Fact]
    public void GetSpan_BeyondTheCapacity_GrowsAndKeepsWhatWasWritten()
    {
        using var buffer = new PooledBuffer(16);
        for (int i = 0; i < 100_000; i++)
        {
            buffer.GetSpan(1)[0] = (byte)i;
            buffer.Advance(1);
        }

        Assert.Equal(100_000, buffer.Length);
        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => (byte)i), buffer.Written.ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5000, 5000)]
    public void GetMemory_SizeHint_IsHonoured(int hint, int least)
    {
        using var buffer = new PooledBuffer(16);

        Assert.True(buffer.GetMemory(hint).Length >= least);
        Assert.True(buffer.GetSpan(hint).Length >= least);
    }

    [Fact]
    public void Advance_BeyondTheBuffer_IsRefused()
    {
        using var buffer = new PooledBuffer(16);
        int room = buffer.GetSpan().Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
        buffer.Advance(room);
        Assert.Equal(room, buffer.Length);
    }

    [Fact]
    public void Clear_KeepsTheBufferForReuse()
    {
        using var buffer = new PooledBuffer(16);
        buffer.Advance(3);
        buffer.Clear();

        Assert.Equal(0, buffer.Length);
        Assert.True(buffer.WrittenSpan.IsEmpty);
    }

    [Fact]
    public void Abandon_TheArrayIsNeverRentedOutAgain()
    {
        // A size of its own, so that no other test of the process rents from the same bucket in between.
        const int Size = 33_000_000;
        var buffer = new PooledBuffer(Size);
        buffer.GetSpan()[0] = 77;
        buffer.Advance(1);
        ReadOnlyMemory<byte> written = buffer.Written;

        buffer.Abandon();
        buffer.Dispose();
        using var next = new PooledBuffer(Size);
        next.GetSpan()[0] = 1;

        Assert.Equal(77, written.Span[0]);
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void Dispose_GivesTheArrayBackOnce()
    {
        const int Size = 70_000_000;
        var buffer = new PooledBuffer(Size);
        Memory<byte> array = buffer.GetMemory();

        buffer.Dispose();
        buffer.Dispose();
        using var one = new PooledBuffer(Size);
        using var two = new PooledBuffer(Size);

        Assert.True(array.Span.Overlaps(one.GetSpan()));
        Assert.False(one.GetSpan().Overlaps(two.GetSpan()));
    }
}
