using System.Buffers;

namespace Bedrock.Toolkit.Tests.EventStreams;

/// <summary>A pool that remembers what was taken from it and refuses what it did not give, or has back already.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private readonly HashSet<byte[]> _out = new(ReferenceEqualityComparer.Instance);

    public List<int> Rented { get; } = [];

    public int Outstanding => _out.Count;

    public override byte[] Rent(int minimumLength)
    {
        byte[] array = new byte[minimumLength];
        Rented.Add(minimumLength);
        _out.Add(array);
        return array;
    }

    public override void Return(byte[] array, bool clearArray = false)
    {
        Assert.True(_out.Remove(array), "An array came back twice, or was never taken.");

        // What is still looking at the array now shall notice.
        Array.Fill(array, (byte)0xEE);
    }
}
