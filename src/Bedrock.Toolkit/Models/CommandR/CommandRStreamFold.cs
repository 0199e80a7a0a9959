namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
/// <remarks>The last chunk may bring the whole response: what it has counts, what it lacks comes from the chunks before.</remarks>
internal sealed class CommandRStreamFold : StreamFold<CommandRStreamEvent, CommandRResponse>
{
    private readonly List<CommandRCitation> _citations = [];
    private readonly List<CommandRDocument> _documents = [];
    private readonly List<CommandRSearchQuery> _queries = [];
    private readonly List<CommandRToolCall> _calls = [];
    private CommandRResponse _whole = new();
    private StringBuilder? _text;
    private string? _generationId;
    private CommandRFinishReason? _finishReason;

    protected override void Take(CommandRStreamEvent streamEvent)
    {
        StreamPieces.Append(ref _text, streamEvent.Text);
        _citations.AddRange(streamEvent.Citations ?? []);
        _documents.AddRange(streamEvent.Documents ?? []);
        _queries.AddRange(streamEvent.SearchQueries ?? []);
        _calls.AddRange(streamEvent.ToolCalls ?? []);
        _whole = streamEvent.Response ?? _whole;
        _generationId = streamEvent.GenerationId ?? _generationId;
        _finishReason = streamEvent.FinishReason ?? _finishReason;
        Keep(streamEvent.Response?.AdditionalProperties);
    }

    protected override CommandRResponse Build() => new()
    {
        ResponseId = _whole.ResponseId,
        GenerationId = _whole.GenerationId ?? _generationId,
        Text = _whole.Text ?? StreamPieces.TextOf(_text),
        ChatHistory = _whole.ChatHistory.Copy(turn => turn.Clone()),
        Citations = _whole.Citations.Copy() ?? ListOrNull(_citations),
        Documents = (_whole.Documents ?? ListOrNull(_documents)).Copy(document => document.Clone()),
        SearchQueries = _whole.SearchQueries.Copy() ?? ListOrNull(_queries),
        IsSearchRequired = _whole.IsSearchRequired,
        Prompt = _whole.Prompt,
        FinishReason = _whole.FinishReason ?? _finishReason,
        ToolCalls = (_whole.ToolCalls ?? ListOrNull(_calls)).Copy(call => call.Clone()),
        Meta = _whole.Meta,
        GuardrailAction = _whole.GuardrailAction,
        GuardrailTrace = _whole.GuardrailTrace,
    };

    private static List<T>? ListOrNull<T>(List<T> list) => list.Count == 0 ? null : [.. list];
}
