using System.Runtime.InteropServices;
using System.Text;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Reads the events of a stream. Used by one thread, for one stream.</summary>
/// <remarks>Texts and reasoning are handed on piece by piece; what must be whole, when its block ends; calls for the caller, and what stands behind
/// them, when the answer ends: only then is it known whether they may be run.</remarks>
internal sealed class ChatStreamReader(string? answerTool)
{
    private readonly ChatContentReader _contents = new(answerTool);
    private readonly Dictionary<int, List<ConverseStreamEvent>> _kept = [];
    private readonly Dictionary<int, StringBuilder> _signatures = [];
    private readonly Dictionary<int, int> _lengths = [];
    private readonly Dictionary<int, List<CitationsDelta>> _citations = [];
    private readonly List<ChatResponseUpdate> _held = [];
    private readonly ChatAnswerStream? _answer = answerTool is null ? null : new ChatAnswerStream(answerTool);
    private char? _half;
    private (int Index, bool IsThought) _halfOf;

    // The block of reasoning without signature that was handed on last.
    private int? _unsigned;
    private int _last;

    /// <summary>Reads a piece of text that stands for itself, as nearly all events are; the update is null when nothing of it can be handed on yet.</summary>
    /// <returns>False when <see cref="ReadAsync"/> has to read the event.</returns>
    public bool TryRead(ConverseStreamEvent streamEvent, out ChatResponseUpdate? update)
    {
        update = null;
        if (streamEvent is not ContentBlockDeltaEvent { Delta: TextDelta } delta || _answer is not null || _held.Count > 0 || _half is not null
            || _kept.Count > 0 || _signatures.Count > 0)
        {
            return false;
        }

        _last = delta.ContentBlockIndex ?? _last;
        _halfOf = (_last, IsThought: false);
        if (Read(delta, _last) is { } piece)
        {
            _unsigned = null;
            update = Update(streamEvent, piece);
        }

        return true;
    }

    public async ValueTask<IReadOnlyList<ChatResponseUpdate>> ReadAsync(ConverseStreamEvent streamEvent)
    {
        switch (streamEvent)
        {
            case ContentBlockStartEvent start:
                _last = start.ContentBlockIndex ?? _last;
                if (_answer?.Start(start, _last) == true)
                {
                    _contents.NoteAnswer();
                    return Hold(Apart(_answer.TakeTexts(), _last));
                }

                if (start.Start is not null)
                {
                    Keep(start, _last);
                }

                return [];
            case ContentBlockDeltaEvent delta:
                _last = delta.ContentBlockIndex ?? _last;
                List<ChatResponseUpdate> updates = await EndOthersAsync(delta).ConfigureAwait(false);
                if (Read(delta, _last) is { } content)
                {
                    updates.AddRange(Apart(Asides([Update(streamEvent, content)]), _last));
                }

                return Hold(updates);
            case ContentBlockStopEvent stop:
                _last = stop.ContentBlockIndex ?? _last;
                _answer?.Stop(_last);
                return Hold([.. EndOfText(streamEvent), .. await FinishAsync(streamEvent, [_last]).ConfigureAwait(false)]);
            case MessageStopEvent stop:
                return await EndAsync(stop).ConfigureAwait(false);
            case ConverseStreamMetadataEvent metadata:
                ChatResponseUpdate counts = ChatUsage.Of(metadata.Usage) is { } usage ? Update(streamEvent, new UsageContent(usage)) : Update(streamEvent);
                counts.ModelId = BedrockChatClient.ModelOf(metadata.Trace);
                return [counts];
            default:
                // The start of the message, and events of later versions.
                return [Update(streamEvent)];
        }
    }

    private async ValueTask<IReadOnlyList<ChatResponseUpdate>> EndAsync(MessageStopEvent stop)
    {
        List<ChatResponseUpdate> updates =
        [
            .. _held,
            .. EndOfText(stop),
            .. await FinishAsync(stop, [.. _kept.Keys.Concat(_signatures.Keys).Concat(_citations.Keys).Distinct().Order()]).ConfigureAwait(false),
            .. _answer?.TakeTexts() ?? [],
        ];
        _held.Clear();
        foreach (FunctionCallContent call in updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>())
        {
            _contents.Mark(call, stop.StopReason);
        }

        ChatResponseUpdate end = Update(stop);
        end.FinishReason = ChatFinish.Of(stop.StopReason, _contents.HasOnlyAnswer);
        end.AdditionalProperties = BedrockChatClient.FieldsOf(stop.AdditionalModelResponseFields);
        return [.. updates, end];
    }

    // A piece of another kind ends what stands at its index; half of a pair waits only for more of its own block.
    private async ValueTask<List<ChatResponseUpdate>> EndOthersAsync(ContentBlockDeltaEvent delta)
    {
        var block = (_last, IsThought: delta.Delta is ReasoningDelta);
        List<ChatResponseUpdate> ended = _half is not null && _halfOf != block ? [.. EndOfText(delta)] : [];
        _halfOf = block;
        bool isOther = delta.Delta is TextDelta { Text.Length: > 0 } ? _kept.ContainsKey(_last) || _signatures.ContainsKey(_last)
            : delta.Delta is ReasoningDelta { ReasoningContent: ReasoningTextDelta } && _kept.ContainsKey(_last);
        if (isOther)
        {
            ended.AddRange(await FinishAsync(delta, [_last]).ConfigureAwait(false));
        }

        return ended;
    }

    private IReadOnlyList<ChatResponseUpdate> Asides(IReadOnlyList<ChatResponseUpdate> updates) =>
        _answer is null ? updates : [.. updates.SelectMany(_answer.Pass)];

    // The first call holds back whatever follows it, so that the order stays.
    private IReadOnlyList<ChatResponseUpdate> Hold(IReadOnlyList<ChatResponseUpdate> updates)
    {
        if (_held.Count == 0 && !updates.Any(update => update.Contents.Any(IsForCaller)))
        {
            foreach (FunctionCallContent call in updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>())
            {
                _contents.Mark(call, null);
            }

            return updates;
        }

        _held.AddRange(updates);
        return [];
    }

    private static bool IsForCaller(AIContent content) =>
        content is FunctionCallContent { RawRepresentation: ToolUseContent { ToolUse: { } use } } && use.Type != ToolUseType.ServerToolUse;

    private static ChatResponseUpdate Update(ConverseStreamEvent raw, params IList<AIContent> contents) =>
        new(ChatRole.Assistant, contents) { RawRepresentation = raw };

    private AIContent? Read(ContentBlockDeltaEvent streamEvent, int index)
    {
        switch (streamEvent.Delta)
        {
            case TextDelta { Text: var text }:
                return Whole(text) is { Length: > 0 } whole ? Count(whole, index) : null;
            case CitationDelta { Citation: { } citation }:
                // Handed on behind the text that they belong to.
                (_citations.TryGetValue(index, out List<CitationsDelta>? citations) ? citations : _citations[index] = []).Add(citation);
                return null;
            case ReasoningDelta { ReasoningContent: ReasoningTextDelta { Text: var text } }:
                return Whole(text) is { Length: > 0 } thought ? new TextReasoningContent(thought) : null;
            case ReasoningDelta { ReasoningContent: ReasoningSignatureDelta { Signature: var signature } }:
                // Handed on as one: in pieces it would become several blocks.
                (_signatures.TryGetValue(index, out StringBuilder? pieces) ? pieces : _signatures[index] = new StringBuilder()).Append(signature);
                return null;
            case ToolUseDelta { ToolUse.Input: var input } when _answer?.Has(index) == true:
                return _answer.IsFirst(index) && Whole(input) is { Length: > 0 } answer ? new TextContent(answer) { RawRepresentation = ChatAnswerStream.Mark }
                    : null;
            case null:
                return null;
            default:
                Keep(streamEvent, index);
                return null;
        }
    }

    // Half of a pair waits for its other half.
    private string Whole(string text)
    {
        string all = _half is { } half ? half + text : text;
        _half = all is [.., var last] && char.IsHighSurrogate(last) ? last : null;
        string whole = _half is null ? all : all[..^1];

        // What stands alone all the same becomes U+FFFD.
        return whole.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(whole)) : whole;
    }

    private IReadOnlyList<ChatResponseUpdate> EndOfText(ConverseStreamEvent raw)
    {
        if (_half is null)
        {
            return [];
        }

        _half = null;
        return _halfOf.IsThought ? [Update(raw, new TextReasoningContent("\uFFFD"))] : Asides([Update(raw, Count("\uFFFD", _halfOf.Index))]);
    }

    private TextContent Count(string text, int index)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_lengths, index, out _) += text.Length;
        return new TextContent(text);
    }

    // Two blocks of reasoning stay two, also when the first has no signature to end it.
    private List<ChatResponseUpdate> Apart(IReadOnlyList<ChatResponseUpdate> updates, int index)
    {
        List<ChatResponseUpdate> apart = [];
        foreach (ChatResponseUpdate update in updates)
        {
            bool isThought = update.Contents is [TextReasoningContent];
            if (isThought && _unsigned is { } open && open != index)
            {
                apart.Add(Update((ConverseStreamEvent)update.RawRepresentation!, ChatReasoning.EndOfUnsigned()));
            }

            _unsigned = isThought && update.Contents is [TextReasoningContent { ProtectedData: null or "" }] ? index : null;
            apart.Add(update);
        }

        return apart;
    }

    private void Keep(ConverseStreamEvent streamEvent, int index)
    {
        if (!_kept.TryGetValue(index, out List<ConverseStreamEvent>? events))
        {
            _kept[index] = events = [];
        }

        events.Add(streamEvent);
    }

    private async ValueTask<IReadOnlyList<ChatResponseUpdate>> FinishAsync(ConverseStreamEvent raw, int[] indexes)
    {
        List<ChatResponseUpdate> all = [];
        foreach (int index in indexes)
        {
            List<ChatResponseUpdate> updates = [];
            _lengths.Remove(index, out int length);
            if (_citations.Remove(index, out List<CitationsDelta>? citations))
            {
                updates.AddRange(Asides([Update(raw, ChatCitations.Read(citations, length))]));
            }

            if (_signatures.Remove(index, out StringBuilder? signature) && signature.Length > 0)
            {
                updates.Add(Update(raw, new TextReasoningContent(string.Empty) { ProtectedData = signature.ToString() }));
            }

            if (_kept.Remove(index, out List<ConverseStreamEvent>? events))
            {
                // The library folds a block; one block alone is a stream too.
                events.Add(new MessageStopEvent());
                ConverseResponse folded = await events.ToConverseStream().ToResponseAsync().ConfigureAwait(false);
                updates.AddRange(folded.Message.Content.SelectMany(_contents.Read).Select(content => Update(raw, content)));
            }

            all.AddRange(Apart(updates, index));

            // What comes at this index from now on is another block.
            _unsigned = _unsigned == index ? -1 : _unsigned;
        }

        return all;
    }
}
