using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the pieces of one answer.</summary>
internal sealed class MistralChatChoiceFold
{
    private readonly List<MistralChatPart> _otherParts = [];
    private readonly List<MistralChatToolCall> _toolCalls = [];
    private StringBuilder? _text;
    private int? _index;
    private bool _hasMessage;
    private MistralChatRole? _role;
    private MistralChatStopReason? _stopReason;
    private MistralChatStopReason? _finishReason;
    private Dictionary<string, JsonElement>? _unknown;
    private Dictionary<string, JsonElement>? _unknownOfMessage;

    public void Add(MistralChatChoice piece)
    {
        _index = piece.Index ?? _index;
        _stopReason = piece.StopReason ?? _stopReason;
        _finishReason = piece.FinishReason ?? _finishReason;
        StreamRemains.Merge(ref _unknown, piece.AdditionalProperties);
        if (piece.Message is not { } message)
        {
            return;
        }

        _hasMessage = true;
        _role = message.Role ?? _role;
        StreamRemains.Merge(ref _unknownOfMessage, message.AdditionalProperties);
        _toolCalls.AddRange(message.ToolCalls ?? []);
        if (message.Content is { } content)
        {
            (_text ??= new StringBuilder()).Append(content.Text);
            _otherParts.AddRange(content.StringForm is null ? content.Where(part => part is not MistralChatTextPart) : []);
        }
    }

    public MistralChatChoice ToChoice() => new()
    {
        Index = _index,
        Message = _hasMessage ? ToMessage() : null,
        StopReason = _stopReason,
        FinishReason = _finishReason,
        AdditionalProperties = Copies.Copy(_unknown),
    };

    private MistralChatResponseMessage ToMessage() => new()
    {
        Role = _role,
        Content = _otherParts.Count == 0
            ? _text?.ToString()
            : [new MistralChatTextPart(_text!.ToString()), .. _otherParts.Select(part => part.Clone())],
        ToolCalls = _toolCalls.Count == 0 ? null : [.. _toolCalls.Select(call => call.Clone())],
        AdditionalProperties = Copies.Copy(_unknownOfMessage),
    };
}
