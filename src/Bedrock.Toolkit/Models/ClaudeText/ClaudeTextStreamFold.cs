namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
internal sealed class ClaudeTextStreamFold : TextStreamFold<ClaudeTextStreamEvent, ClaudeTextResponse>
{
    private readonly ClaudeTextResponse _head = new();

    protected override string? TakeText(ClaudeTextStreamEvent streamEvent)
    {
        _head.Type = streamEvent.Type ?? _head.Type;
        _head.StopReason = streamEvent.StopReason ?? _head.StopReason;
        _head.Stop = streamEvent.Stop ?? _head.Stop;
        return streamEvent.Completion;
    }

    protected override ClaudeTextResponse Build(string? text) =>
        new() { Type = _head.Type, Completion = text, StopReason = _head.StopReason, Stop = _head.Stop };
}
