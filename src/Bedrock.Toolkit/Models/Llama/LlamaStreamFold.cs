namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Llama stream into the response that the call without streaming would have given.</summary>
internal sealed class LlamaStreamFold : StreamFold<LlamaStreamEvent, LlamaResponse>
{
    private StringBuilder? _text;
    private int? _promptTokenCount;
    private int? _generationTokenCount;
    private LlamaStopReason? _stopReason;

    protected override void Take(LlamaStreamEvent streamEvent)
    {
        StreamPieces.Append(ref _text, streamEvent.Generation);
        _promptTokenCount = streamEvent.PromptTokenCount ?? _promptTokenCount;

        // A running total, not the count of one chunk.
        _generationTokenCount = streamEvent.GenerationTokenCount ?? _generationTokenCount;
        _stopReason = streamEvent.StopReason ?? _stopReason;
    }

    protected override LlamaResponse Build() =>
        new() { Generation = StreamPieces.TextOf(_text), PromptTokenCount = _promptTokenCount, GenerationTokenCount = _generationTokenCount,
            StopReason = _stopReason };
}
