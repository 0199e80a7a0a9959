namespace Bedrock.Toolkit.Models;

/// <summary>The end of the stream, the JSON string <c>[DONE]</c>. Not thread safe while it is changed.</summary>
/// <remarks>Members set on this object are not written.</remarks>
public sealed class WriterCompletionDoneEvent : WriterCompletionStreamEvent;
