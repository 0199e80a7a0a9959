namespace Bedrock.Toolkit.Transport;

/// <summary>A place among the connections that a client may have open; the default value is none, where nobody counts. Give it back once.</summary>
internal readonly struct ConnectionSlot(SemaphoreSlim? places) : IDisposable
{
    public void Dispose() => places?.Release();
}
