using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Puts one answer of a stream together. Used by one thread at a time.</summary>
/// <remarks>
/// How tool calls come is unconfirmed: a call with an id begins a new one, and one without an id adds to the call of its index, or to the last.
/// </remarks>
internal sealed class JambaChoiceFold(int index)
{
    private readonly List<JambaToolCall> _calls = [];
    private StringBuilder? _content;
    private JambaRole? _role;
    private JambaFinishReason? _finishReason;
    private JsonElement? _logprobs;
    private IDictionary<string, JsonElement>? _messageMembers;
    private IDictionary<string, JsonElement>? _choiceMembers;

    public void Add(JambaStreamChoice choice)
    {
        _finishReason = choice.FinishReason ?? _finishReason;
        _logprobs = choice.Logprobs ?? _logprobs;
        _choiceMembers = Merge(_choiceMembers, choice.AdditionalProperties);
        if (choice.Delta is not { } delta)
        {
            return;
        }

        _role = delta.Role ?? _role;
        _messageMembers = Merge(_messageMembers, delta.AdditionalProperties);
        if (delta.Content is { } piece)
        {
            (_content ??= new StringBuilder()).Append(piece);
        }

        foreach (JambaToolCall call in delta.ToolCalls ?? [])
        {
            Add(call);
        }
    }

    public JambaChoice Build() => new()
    {
        Index = index,
        Message = new JambaMessage
        {
            Role = _role,
            Content = _content?.ToString(),
            ToolCalls = _calls.Count == 0 ? null : [.. _calls.Select(Finished)],
            AdditionalProperties = _messageMembers.Copy(),
        },
        FinishReason = _finishReason,
        Logprobs = _logprobs,
        AdditionalProperties = _choiceMembers.Copy(),
    };

    private void Add(JambaToolCall piece)
    {
        JambaToolCall? call = piece.Id is null
            ? _calls.FindLast(candidate => piece.Index is null || candidate.Index == piece.Index)
            : _calls.Find(candidate => candidate.Id == piece.Id);
        if (call is null)
        {
            _calls.Add(piece.Clone());
            return;
        }

        call.Function ??= new JambaFunctionCall();
        call.Function.Name ??= piece.Function?.Name;
        call.Function.Arguments += piece.Function?.Arguments;
        call.AdditionalProperties = Merge(call.AdditionalProperties, piece.AdditionalProperties);
    }

    // The place in the stream is no member of a whole answer.
    private static JambaToolCall Finished(JambaToolCall call)
    {
        JambaToolCall copy = call.Clone();
        copy.Index = null;
        return copy;
    }

    private static IDictionary<string, JsonElement>? Merge(IDictionary<string, JsonElement>? earlier, IDictionary<string, JsonElement>? later)
    {
        if (later is null)
        {
            return earlier;
        }

        IDictionary<string, JsonElement> merged = earlier ?? new Dictionary<string, JsonElement>();
        foreach ((string name, JsonElement value) in later)
        {
            merged[name] = value;
        }

        return merged;
    }
}
