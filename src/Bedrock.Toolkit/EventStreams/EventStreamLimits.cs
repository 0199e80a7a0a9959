namespace Bedrock.Toolkit.EventStreams;

/// <summary>How large a frame may be before the reader refuses it.</summary>
/// <remarks>
/// These are guards for the memory of the reading process, no rules of the format: the format leaves its size limits to the
/// services and lets clients read whatever arrives. Raise them when a service sends more. Immutable, so safe to share between threads.
/// See <see href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream</see>.
/// </remarks>
internal sealed class EventStreamLimits
{
    /// <summary>The limits that are used when none are given.</summary>
    public static EventStreamLimits Default { get; } = new();

    /// <summary>The longest frame that is read, with everything in it.</summary>
    /// <value>Bytes, from 16 to <see cref="Array.MaxLength"/>. Default 25,165,824 (24 MiB).</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxFrameBytes
    {
        get;
        init => field = InRange(value, EventStreamFormat.OverheadLength, Array.MaxLength);
    }
        = 24 * 1024 * 1024;

    /// <summary>The longest header block that is read.</summary>
    /// <value>Bytes, 0 or more. Default 131,072 (128 KiB).</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxHeadersBytes
    {
        get;
        init => field = InRange(value, 0, int.MaxValue);
    }
        = EventStreamFormat.MaxHeadersBytes;

    /// <summary>The largest number of headers in one frame.</summary>
    /// <value>0 or more. Default 1,024.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxHeaders
    {
        get;
        init => field = InRange(value, 0, int.MaxValue);
    }
        = 1024;

    private static int InRange(int value, int smallest, int largest, [CallerMemberName] string setting = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, smallest, setting);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest, setting);
        return value;
    }
}
