namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
/// <remarks>Public clients differ in the names they read, so both are taken; a last message that repeats the answer so far is not added again.</remarks>
internal sealed class PegasusStreamFold : StreamFold<PegasusStreamEvent, PegasusResponse>
{
    private StringBuilder? _text;
    private PegasusFinishReason? _finishReason;

    protected override void Take(PegasusStreamEvent streamEvent)
    {
        StreamPieces.Append(ref _text, streamEvent.Delta);
        bool repeats = streamEvent.EndReason is not null && streamEvent.Message is { Length: > 0 } message && _text is not null && _text.Equals(message);
        StreamPieces.Append(ref _text, repeats ? null : streamEvent.Message);
        _finishReason = streamEvent.EndReason ?? _finishReason;
    }

    protected override PegasusResponse Build() => new() { Message = StreamPieces.TextOf(_text), FinishReason = _finishReason };
}
