namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Takes what is written to it after a while, whoever has lost interest in the meantime, as a socket may.</summary>
internal sealed class SlowWire(TimeProvider time, TimeSpan delay) : MemoryStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(delay, time, CancellationToken.None).ConfigureAwait(false);
        Write(buffer.Span);
    }
}
