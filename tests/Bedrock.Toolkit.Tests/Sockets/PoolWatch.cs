using System.Diagnostics.Tracing;

namespace Bedrock.Toolkit.Tests.Sockets;

/// <summary>Counts the arrays of the shared pools of this process that are rented and not given back, from its creation on.</summary>
internal sealed class PoolWatch : EventListener
{
    private long _out;

    /// <summary>Arrays that are out.</summary>
    public long Outstanding => Interlocked.Read(ref _out);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "BufferRented")
        {
            Interlocked.Increment(ref _out);
        }
        else if (eventData.EventName == "BufferReturned")
        {
            Interlocked.Decrement(ref _out);
        }
    }
}
