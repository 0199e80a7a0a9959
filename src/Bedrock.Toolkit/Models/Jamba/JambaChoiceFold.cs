namespace Bedrock.Toolkit.Models;

/// <summary>Puts one answer of a stream together. Used by one thread at a time.</summary>
/// <remarks>
/// How tool calls come is unconfirmed: a call with an id begins a new one, and one without an id adds to the call of its index, or to the last.
/// </remarks>
internal sealed class JambaChoiceFold
{
    private readonly List<JambaToolCall> _calls = [];
    private StringBuilder? _content;
    private JambaRole? _role;
    private JambaFinishReason? _finishReason;
    private JsonElement? _logprobs;
    private Dictionary<string, JsonElement>? _messageMembers;
    private Dictionary<string, JsonElement>? _choiceMembers;

    public void Add(JambaStreamChoice choice)
    {
        _finishReason = choice.FinishReason ?? _finishReason;
        _logprobs = choice.Logprobs ?? _logprobs;
        StreamPieces.Merge(ref _choiceMembers, choice.AdditionalProperties);
        if (choice.Delta is not { } delta)
        {
            return;
        }

        _role = delta.Role ?? _role;
        StreamPieces.Merge(ref _messageMembers, delta.AdditionalProperties);
        StreamPieces.Append(ref _content, delta.Content);
        foreach (JambaToolCall call in delta.ToolCalls ?? [])
        {
            Add(call);
        }
    }

    public JambaChoice Build(int index) => new()
    {
        Index = index,
        Message = new JambaMessage
        {
            Role = _role,
            Content = StreamPieces.TextOf(_content),
            ToolCalls = _calls.Count == 0 ? null : [.. _calls.Select(Finished)],
            AdditionalProperties = Copies.Copy(_messageMembers),
        },
        FinishReason = _finishReason,
        Logprobs = _logprobs,
        AdditionalProperties = Copies.Copy(_choiceMembers),
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
        foreach ((string name, JsonElement value) in piece.AdditionalProperties ?? new Dictionary<string, JsonElement>())
        {
            (call.AdditionalProperties ??= new Dictionary<string, JsonElement>())[name] = value;
        }
    }

    // The place in the stream is no member of a whole answer.
    private static JambaToolCall Finished(JambaToolCall call)
    {
        JambaToolCall copy = call.Clone();
        copy.Index = null;
        if (copy.Function is { Arguments: { } arguments } function)
        {
            function.Arguments = LoneSurrogates.MendText(arguments);
        }

        return copy;
    }
}
