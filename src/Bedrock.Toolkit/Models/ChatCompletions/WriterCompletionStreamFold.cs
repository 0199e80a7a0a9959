using System.Text;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the pieces of a text into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>A reason for the end is never invented.</remarks>
internal sealed class WriterCompletionStreamFold : IStreamFold<WriterCompletionStreamEvent, WriterCompletionResponse>
{
    private readonly SortedDictionary<int, (WriterCompletionChoice Head, StringBuilder Text)> _choices = [];
    private readonly WriterCompletionResponse _head = new();

    public void Add(WriterCompletionStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        if (_head.GuardrailAction != BedrockGuardrailAction.Intervened)
        {
            _head.GuardrailAction = streamEvent.GuardrailAction ?? _head.GuardrailAction;
        }

        _head.GuardrailTrace = streamEvent.GuardrailTrace ?? _head.GuardrailTrace;
        if (streamEvent is not WriterCompletionChunkEvent chunk)
        {
            return;
        }

        _head.Id = chunk.Id ?? _head.Id;
        _head.Object = chunk.Object ?? _head.Object;
        _head.Created = chunk.Created ?? _head.Created;
        _head.Model = chunk.Model ?? _head.Model;
        _head.Usage = chunk.Usage ?? _head.Usage;
        _head.AdditionalProperties = ChatCompletionCopies.Merge(_head.AdditionalProperties, chunk.AdditionalProperties);
        foreach (WriterCompletionChoice choice in chunk.Choices)
        {
            Add(choice);
        }
    }

    public WriterCompletionResponse ToResponse() => new()
    {
        Id = _head.Id,
        Object = _head.Object,
        Created = _head.Created,
        Model = _head.Model,
        Choices = [.. _choices.Select(choice => Build(choice.Key, choice.Value.Head, choice.Value.Text.ToString()))],
        Usage = _head.Usage,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    private static WriterCompletionChoice Build(int index, WriterCompletionChoice head, string text) => new()
    {
        Index = index,
        Text = text,
        Logprobs = head.Logprobs,
        FinishReason = head.FinishReason,
        StopReason = head.StopReason,
        AdditionalProperties = head.AdditionalProperties.Copy(),
    };

    private void Add(WriterCompletionChoice piece)
    {
        int index = piece.Index ?? 0;
        if (!_choices.TryGetValue(index, out (WriterCompletionChoice Head, StringBuilder Text) choice))
        {
            _choices.Add(index, choice = (new WriterCompletionChoice(), new StringBuilder()));
        }

        choice.Text.Append(piece.Text);
        choice.Head.Logprobs = piece.Logprobs ?? choice.Head.Logprobs;
        choice.Head.FinishReason = piece.FinishReason ?? choice.Head.FinishReason;
        choice.Head.StopReason = piece.StopReason ?? choice.Head.StopReason;
        choice.Head.AdditionalProperties = ChatCompletionCopies.Merge(choice.Head.AdditionalProperties, piece.AdditionalProperties);
    }
}
