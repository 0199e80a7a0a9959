using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.EventStreams;

/// <summary>What a reader made of a whole body: the messages, and how it ended.</summary>
internal sealed record EventStreamReading(IReadOnlyList<EventStreamMessage> Messages, Exception? Failure)
{
    /// <summary>The messages as bytes again, to compare them.</summary>
    public string[] Frames => [.. Messages.Select(message => Convert.ToHexString(EventStreamEncoder.Encode(message)))];

    /// <summary>Reads to the end or to the first failure.</summary>
    public static async Task<EventStreamReading> OfAsync(Stream body, EventStreamLimits? limits = null)
    {
        List<EventStreamMessage> messages = [];
        await using EventStreamReader reader = new(body, limits);
        try
        {
            while (await reader.ReadAsync())
            {
                messages.Add(reader.Frame.ToMessage());
            }
        }
#pragma warning disable CA1031 // The kind of failure is what the tests ask about.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new EventStreamReading(messages, exception);
        }

        return new EventStreamReading(messages, null);
    }

    /// <summary>Every way to cut a body that the tests try: pieces of 1, 2, 3 and 7 bytes, and in two at every place.</summary>
    public static IEnumerable<int[]> WaysToCut(int length)
    {
        int[][] even = [[1], [2], [3], [7]];
        return even.Concat(Enumerable.Range(1, length - 1).Select(place => new[] { place, int.MaxValue }));
    }
}
