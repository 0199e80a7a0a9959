using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one stream into the response that the call without streaming would have given.</summary>
internal sealed class ImportedBedrockCompletionStreamFold : StreamFold<ImportedBedrockCompletionStreamEvent, ImportedBedrockCompletionResponse>
{
    private StringBuilder? _text;
    private int? _promptTokenCount;
    private int? _generationTokenCount;
    private ImportedStopReason? _stopReason;
    private JsonElement? _logprobs;

    protected override void Take(ImportedBedrockCompletionStreamEvent streamEvent)
    {
        StreamPieces.Append(ref _text, streamEvent.Generation);
        _promptTokenCount = streamEvent.PromptTokenCount ?? _promptTokenCount;

        // A running total, not the count of one chunk.
        _generationTokenCount = streamEvent.GenerationTokenCount ?? _generationTokenCount;
        _stopReason = streamEvent.StopReason ?? _stopReason;
        _logprobs = streamEvent.Logprobs ?? _logprobs;
    }

    protected override ImportedBedrockCompletionResponse Build() => new()
    {
        Generation = _text?.ToString(),
        PromptTokenCount = _promptTokenCount,
        GenerationTokenCount = _generationTokenCount,
        StopReason = _stopReason,
        Logprobs = _logprobs,
    };
}
