using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
internal sealed class ClaudeTextStreamFold : StreamFold<ClaudeTextStreamEvent, ClaudeTextResponse>
{
    private StringBuilder? _text;
    private string? _type;
    private ClaudeTextStopReason? _stopReason;
    private string? _stop;

    protected override void Take(ClaudeTextStreamEvent streamEvent)
    {
        StreamPieces.Append(ref _text, streamEvent.Completion);
        _type = streamEvent.Type ?? _type;
        _stopReason = streamEvent.StopReason ?? _stopReason;
        _stop = streamEvent.Stop ?? _stop;
    }

    protected override ClaudeTextResponse Build() => new() { Type = _type, Completion = _text?.ToString(), StopReason = _stopReason, Stop = _stop };
}
