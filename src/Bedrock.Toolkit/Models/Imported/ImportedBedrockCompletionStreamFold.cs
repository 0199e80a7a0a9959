namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one stream into the response that the call without streaming would have given.</summary>
internal sealed class ImportedBedrockCompletionStreamFold : TextStreamFold<ImportedBedrockCompletionStreamEvent, ImportedBedrockCompletionResponse>
{
    private int? _promptTokenCount;
    private int? _generationTokenCount;
    private ImportedStopReason? _stopReason;
    private JsonElement? _logprobs;

    protected override string? TakeText(ImportedBedrockCompletionStreamEvent streamEvent)
    {
        _promptTokenCount = streamEvent.PromptTokenCount ?? _promptTokenCount;

        // A running total, not the count of one chunk.
        _generationTokenCount = streamEvent.GenerationTokenCount ?? _generationTokenCount;
        _stopReason = streamEvent.StopReason ?? _stopReason;
        _logprobs = streamEvent.Logprobs ?? _logprobs;
        return streamEvent.Generation;
    }

    protected override ImportedBedrockCompletionResponse Build(string? text) => new()
    {
        Generation = text,
        PromptTokenCount = _promptTokenCount,
        GenerationTokenCount = _generationTokenCount,
        StopReason = _stopReason,
        Logprobs = _logprobs,
    };
}
