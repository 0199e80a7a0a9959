namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A call that a scripted answer answers.</summary>
/// <param name="Request">The request, authenticated.</param>
/// <param name="Route">Its operation.</param>
/// <param name="Otherwise">The answer that the call would have without a fault.</param>
internal sealed record ScriptedCall(ReceivedRequest Request, OperationRoute Route, Func<Answer> Otherwise)
{
    /// <summary>Whether a stream is due.</summary>
    public bool IsStreaming => Route.IsStreaming;

    /// <summary>A frame with one JSON event of the operation.</summary>
    public byte[] Frame(ReadOnlyMemory<byte> json, int index) => Route.Simulation.Frame(json, index);
}
