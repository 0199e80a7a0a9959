using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said stays null.</remarks>
internal sealed class ImportedBedrockCompletionStreamFold : IStreamFold<ImportedBedrockCompletionStreamEvent, ImportedBedrockCompletionResponse>
{
    private readonly StreamRemains _remains = new();
    private StringBuilder? _text;
    private int? _promptTokenCount;
    private int? _generationTokenCount;
    private ImportedStopReason? _stopReason;
    private JsonElement? _logprobs;

    public void Add(ImportedBedrockCompletionStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        _promptTokenCount = streamEvent.PromptTokenCount ?? _promptTokenCount;

        // A running total, not the count of one chunk.
        _generationTokenCount = streamEvent.GenerationTokenCount ?? _generationTokenCount;
        _stopReason = streamEvent.StopReason ?? _stopReason;
        _logprobs = streamEvent.Logprobs ?? _logprobs;
        if (streamEvent.Generation is { } piece)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }
    }

    public ImportedBedrockCompletionResponse ToResponse() => _remains.GiveTo(new ImportedBedrockCompletionResponse
    {
        Generation = _text?.ToString(),
        PromptTokenCount = _promptTokenCount,
        GenerationTokenCount = _generationTokenCount,
        StopReason = _stopReason,
        Logprobs = _logprobs,
    });
}
