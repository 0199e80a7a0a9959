using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>The last chunk may bring the whole response: what it has counts, what it lacks comes from the chunks before.</remarks>
internal sealed class CommandRStreamFold : IStreamFold<CommandRStreamEvent, CommandRResponse>
{
    private readonly List<CommandRCitation> _citations = [];
    private readonly List<CommandRDocument> _documents = [];
    private readonly List<CommandRSearchQuery> _queries = [];
    private readonly List<CommandRToolCall> _calls = [];
    private readonly Dictionary<string, JsonElement> _unknown = [];
    private CommandRResponse _whole = new();
    private StringBuilder? _text;
    private string? _generationId;
    private CommandRFinishReason? _finishReason;
    private BedrockGuardrailAction? _guardrailAction;
    private JsonElement? _guardrailTrace;

    public void Add(CommandRStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        if (streamEvent.Text is { } piece)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }

        _citations.AddRange(streamEvent.Citations ?? []);
        _documents.AddRange(streamEvent.Documents ?? []);
        _queries.AddRange(streamEvent.SearchQueries ?? []);
        _calls.AddRange(streamEvent.ToolCalls ?? []);
        _whole = streamEvent.Response ?? _whole;
        _generationId = streamEvent.GenerationId ?? _generationId;
        _finishReason = streamEvent.FinishReason ?? _finishReason;
        _guardrailTrace = streamEvent.GuardrailTrace ?? _guardrailTrace;
        if (_guardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, a later "none" does not undo it.
            _guardrailAction = streamEvent.GuardrailAction ?? _guardrailAction;
        }

        Keep(streamEvent.Response?.AdditionalProperties);
        Keep(streamEvent.AdditionalProperties);
    }

    public CommandRResponse ToResponse() => new()
    {
        ResponseId = _whole.ResponseId,
        GenerationId = _whole.GenerationId ?? _generationId,
        Text = _whole.Text ?? _text?.ToString(),
        ChatHistory = _whole.ChatHistory.Copy(turn => turn.Clone()),
        Citations = _whole.Citations.Copy() ?? ListOrNull(_citations),
        Documents = (_whole.Documents ?? ListOrNull(_documents)).Copy(document => document.Clone()),
        SearchQueries = _whole.SearchQueries.Copy() ?? ListOrNull(_queries),
        IsSearchRequired = _whole.IsSearchRequired,
        Prompt = _whole.Prompt,
        FinishReason = _whole.FinishReason ?? _finishReason,
        ToolCalls = (_whole.ToolCalls ?? ListOrNull(_calls)).Copy(call => call.Clone()),
        Meta = _whole.Meta,
        GuardrailAction = _guardrailAction ?? _whole.GuardrailAction,
        GuardrailTrace = _guardrailTrace ?? _whole.GuardrailTrace,
        AdditionalProperties = _unknown.Count == 0 ? null : new Dictionary<string, JsonElement>(_unknown),
    };

    private static List<T>? ListOrNull<T>(List<T> list) => list.Count == 0 ? null : [.. list];

    private void Keep(IDictionary<string, JsonElement>? members)
    {
        foreach ((string name, JsonElement value) in members ?? new Dictionary<string, JsonElement>())
        {
            _unknown[name] = value;
        }
    }
}
