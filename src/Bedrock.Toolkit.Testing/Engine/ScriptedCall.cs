namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A call that a scripted answer answers.</summary>
/// <param name="Request">The request, authenticated.</param>
/// <param name="IsStreaming">Whether a stream is due.</param>
/// <param name="Otherwise">The answer that the call would have without a fault.</param>
internal sealed record ScriptedCall(ReceivedRequest Request, bool IsStreaming, Func<Answer> Otherwise);
