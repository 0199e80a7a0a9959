namespace Bedrock.Toolkit.Models;

/// <summary>Folds the pieces of one answer.</summary>
internal sealed class ChatCompletionChoiceFold
{
    private readonly List<ChatCompletionContentPart> _parts = [];
    private readonly List<ToolCall> _toolCalls = [];
    private readonly List<ChatCompletionTokenLogprob> _logprobs = [];
    private readonly List<ChatCompletionTokenLogprob> _refusalLogprobs = [];
    private ChatCompletionRole? _role;
    private StringBuilder? _text;
    private StringBuilder? _reasoningContent;
    private StringBuilder? _reasoning;
    private StringBuilder? _refusal;
    private ChatCompletionFinishReason? _finishReason;
    private JsonElement? _stopReason;
    private ChatCompletionLogprobs? _lastLogprobs;
    private bool _hasDelta;
    private Dictionary<string, JsonElement>? _unknown;
    private Dictionary<string, JsonElement>? _unknownOfMessage;

    public void Add(ChatCompletionChunkChoice choice)
    {
        _finishReason = choice.FinishReason ?? _finishReason;
        _stopReason = choice.StopReason ?? _stopReason;
        StreamPieces.Merge(ref _unknown, choice.AdditionalProperties);
        if (choice.Logprobs is { } logprobs)
        {
            _lastLogprobs = logprobs;
            _logprobs.AddRange(logprobs.Content ?? []);
            _refusalLogprobs.AddRange(logprobs.Refusal ?? []);
        }

        if (choice.Piece is { } piece)
        {
            Add(piece, isWhole: choice.Delta is null);
        }
    }

    public ChatCompletionChoice Build(int index) => new()
    {
        Index = index,
        Message = _hasDelta ? BuildMessage() : null,
        Logprobs = BuildLogprobs(),
        FinishReason = _finishReason,
        StopReason = _stopReason,
        AdditionalProperties = Copies.Copy(_unknown),
    };

    private void Add(ChatCompletionDelta delta, bool isWhole)
    {
        _hasDelta = true;
        _role = delta.Role ?? _role;
        StreamPieces.Append(ref _reasoningContent, delta.ReasoningContent);
        StreamPieces.Append(ref _reasoning, delta.Reasoning);
        StreamPieces.Append(ref _refusal, delta.Refusal);
        StreamPieces.Merge(ref _unknownOfMessage, delta.AdditionalProperties);
        if (delta.Content?.StringForm is { } text)
        {
            StreamPieces.Append(ref _text, text);
        }
        else if (delta.Content is { } parts)
        {
            EndText();
            _parts.AddRange(parts.Select(part => part.Clone()));
        }

        foreach (ChatCompletionToolCall call in delta.ToolCalls ?? [])
        {
            CallOf(call, isWhole).Add(call);
        }
    }

    // Text and parts can only come one after the other: what was text so far becomes a part, too.
    private void EndText()
    {
        if (_text is { Length: > 0 })
        {
            _parts.Add(new ChatCompletionTextPart(StreamPieces.TextOf(_text)));
        }

        _text = null;
    }

    // A piece names its call by the index, unless it begins another one there; without an index, a new id begins a new call and everything else belongs
    // to the last. A whole call is always new.
    private ToolCall CallOf(ChatCompletionToolCall piece, bool isWhole)
    {
        ToolCall? found = isWhole ? null : piece.Index is { } index
            ? _toolCalls.FindLast(call => call.Index == index) is { } known && !known.IsOtherThan(piece) ? known : null
            : piece.Id is { Length: > 0 } id && _toolCalls.TrueForAll(call => call.Id != id) ? null : _toolCalls.LastOrDefault();
        if (found is null)
        {
            found = new ToolCall(piece.Index ?? _toolCalls.Count);
            _toolCalls.Add(found);
        }

        return found;
    }

    private ChatCompletionResponseMessage BuildMessage()
    {
        ChatCompletionContent? content = StreamPieces.TextOf(_text);
        if (_parts.Count > 0)
        {
            content = ChatCompletionContent.Create([.. _parts.Select(part => part.Clone())]);
            if (_text is { Length: > 0 })
            {
                content.Add(new ChatCompletionTextPart(StreamPieces.TextOf(_text)));
            }
        }

        return new ChatCompletionResponseMessage
        {
            Role = _role,
            Content = content,
            ReasoningContent = StreamPieces.TextOf(_reasoningContent),
            Reasoning = StreamPieces.TextOf(_reasoning),
            Refusal = StreamPieces.TextOf(_refusal),
            ToolCalls = _toolCalls.Count == 0 ? null : [.. _toolCalls.OrderBy(call => call.Index).Select(call => call.Build())],
            AdditionalProperties = Copies.Copy(_unknownOfMessage),
        };
    }

    private ChatCompletionLogprobs? BuildLogprobs() => _lastLogprobs is null ? null : new ChatCompletionLogprobs
    {
        Content = _logprobs.Count == 0 ? null : [.. _logprobs],
        Refusal = _refusalLogprobs.Count == 0 ? null : [.. _refusalLogprobs],
        AdditionalProperties = _lastLogprobs.AdditionalProperties.Copy(),
    };

    private sealed class ToolCall(int index)
    {
        private string? _type;
        private string? _name;
        private StringBuilder? _arguments;
        private Dictionary<string, JsonElement>? _unknown;
        private Dictionary<string, JsonElement>? _unknownOfFunction;

        public int Index => index;

        public string? Id { get; private set; }

        /// <summary>Whether a piece begins a call of its own, with an id and a name: some servers number every call 0.</summary>
        public bool IsOtherThan(ChatCompletionToolCall piece) =>
            !string.IsNullOrEmpty(Id) && piece is { Id: { Length: > 0 } id, Function.Name.Length: > 0 } && id != Id;

        public void Add(ChatCompletionToolCall piece)
        {
            Id = string.IsNullOrEmpty(Id) ? piece.Id : Id;
            _type = string.IsNullOrEmpty(_type) ? piece.Type : _type;
            _name = string.IsNullOrEmpty(_name) ? piece.Function?.Name : _name;
            StreamPieces.Append(ref _arguments, piece.Function?.Arguments);
            StreamPieces.Merge(ref _unknown, piece.AdditionalProperties);
            StreamPieces.Merge(ref _unknownOfFunction, piece.Function?.AdditionalProperties);
        }

        public ChatCompletionToolCall Build() => new()
        {
            Id = Id,
            Type = _type,
            Function = new ChatCompletionFunctionCall
            {
                Name = _name,
                Arguments = StreamPieces.TextOf(_arguments),
                AdditionalProperties = Copies.Copy(_unknownOfFunction),
            },
            AdditionalProperties = Copies.Copy(_unknown),
        };
    }
}
