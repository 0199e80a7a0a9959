using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Llama stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said (a reason, a count) stays null.</remarks>
internal sealed class LlamaStreamFold : IStreamFold<LlamaStreamEvent, LlamaResponse>
{
    private readonly StreamRemains _remains = new();
    private StringBuilder? _text;
    private int? _promptTokenCount;
    private int? _generationTokenCount;
    private LlamaStopReason? _stopReason;

    public void Add(LlamaStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        _promptTokenCount = streamEvent.PromptTokenCount ?? _promptTokenCount;

        // A running total, not the count of one chunk.
        _generationTokenCount = streamEvent.GenerationTokenCount ?? _generationTokenCount;
        _stopReason = streamEvent.StopReason ?? _stopReason;
        if (streamEvent.Generation is { } piece)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }
    }

    public LlamaResponse ToResponse() => _remains.GiveTo(new LlamaResponse
    {
        Generation = _text?.ToString(),
        PromptTokenCount = _promptTokenCount,
        GenerationTokenCount = _generationTokenCount,
        StopReason = _stopReason,
    });
}
