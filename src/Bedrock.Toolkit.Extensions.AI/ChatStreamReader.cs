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
    private readonly HashSet<int> _answers = [];
    private readonly List<ChatResponseUpdate> _held = [];
    private int _last;

    public async ValueTask<IReadOnlyList<ChatResponseUpdate>> ReadAsync(ConverseStreamEvent streamEvent)
    {
        switch (streamEvent)
        {
            case ContentBlockStartEvent start:
                Start(start, _last = start.ContentBlockIndex ?? _last);
                return [];
            case ContentBlockDeltaEvent delta:
                _last = delta.ContentBlockIndex ?? _last;
                return Read(delta, _last) is { } content ? Hold([Update(streamEvent, content)]) : [];
            case ContentBlockStopEvent stop:
                _last = stop.ContentBlockIndex ?? _last;
                return Hold(await FinishAsync(streamEvent, [_last]).ConfigureAwait(false));
            case MessageStopEvent stop:
                List<ChatResponseUpdate> updates = [.. _held, .. await FinishAsync(streamEvent, [.. _kept.Keys.Order()]).ConfigureAwait(false)];
                _held.Clear();
                foreach (FunctionCallContent call in updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>())
                {
                    _contents.Mark(call, stop.StopReason);
                }

                ChatResponseUpdate end = Update(streamEvent);
                end.FinishReason = ChatFinish.Of(stop.StopReason, _contents.HasOnlyAnswer);
                end.AdditionalProperties = BedrockChatClient.FieldsOf(stop.AdditionalModelResponseFields);
                return [.. updates, end];
            case ConverseStreamMetadataEvent metadata:
                ChatResponseUpdate counts = ChatUsage.Of(metadata.Usage) is { } usage ? Update(streamEvent, new UsageContent(usage)) : Update(streamEvent);
                counts.ModelId = BedrockChatClient.ModelOf(metadata.Trace);
                return [counts];
            default:
                // The start of the message, and events of later versions.
                return [Update(streamEvent)];
        }
    }

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

    private static bool IsForCaller(AIContent content) => content is FunctionCallContent { RawRepresentation: ToolUseContent { ToolUse: { } use } } && use.Type != ToolUseType.ServerToolUse;

    private static ChatResponseUpdate Update(ConverseStreamEvent raw, params IList<AIContent> contents) => new(ChatRole.Assistant, contents) { RawRepresentation = raw };

    private void Start(ContentBlockStartEvent start, int index)
    {
        if (answerTool is not null && start.Start is ToolUseStart { ToolUse.Name: { } name } && name == answerTool)
        {
            _contents.NoteAnswer();
            _answers.Add(index);
        }
        else if (start.Start is not null)
        {
            Keep(start, index);
        }
    }

    private AIContent? Read(ContentBlockDeltaEvent streamEvent, int index)
    {
        switch (streamEvent.Delta)
        {
            case TextDelta { Text: var text }:
                return text.Length == 0 ? null : new TextContent(text);
            case CitationDelta { Citation: { } citation }:
                return ChatCitations.Read(citation);
            case ReasoningDelta { ReasoningContent: ReasoningTextDelta { Text: var text } }:
                return text.Length == 0 ? null : new TextReasoningContent(text);
            case ReasoningDelta { ReasoningContent: ReasoningSignatureDelta { Signature: var signature } }:
                return new TextReasoningContent(string.Empty) { ProtectedData = signature };
            case ToolUseDelta { ToolUse.Input: var input } when _answers.Contains(index):
                return input.Length == 0 ? null : new TextContent(input);
            case null:
                return null;
            default:
                Keep(streamEvent, index);
                return null;
        }
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
        List<ChatResponseUpdate> updates = [];
        foreach (int index in indexes)
        {
            if (_kept.Remove(index, out List<ConverseStreamEvent>? events))
            {
                // The library folds a block; one block alone is a stream too.
                events.Add(new MessageStopEvent());
                ConverseResponse folded = await events.ToConverseStream().ToResponseAsync().ConfigureAwait(false);
                updates.AddRange(folded.Message.Content.SelectMany(_contents.Read).Select(content => Update(raw, content)));
            }
        }

        return updates;
    }
}
