using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the events of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>The events stay as they are: everything in the response that can be changed is a copy. A reason for the end is never invented.</remarks>
internal sealed class ChatCompletionStreamFold : IStreamFold<ChatCompletionStreamEvent, ChatCompletionResponse>
{
    private readonly SortedDictionary<int, ChatCompletionChoiceFold> _choices = [];
    private readonly ChatCompletionResponse _head = new();

    public void Add(ChatCompletionStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);

        // Every chunk carries the action: once a guardrail has stepped in, a later "none" does not undo it.
        if (_head.GuardrailAction != BedrockGuardrailAction.Intervened)
        {
            _head.GuardrailAction = streamEvent.GuardrailAction ?? _head.GuardrailAction;
        }

        _head.GuardrailTrace = streamEvent.GuardrailTrace ?? _head.GuardrailTrace;
        if (streamEvent is ChatCompletionChunkEvent chunk)
        {
            Add(chunk);
        }
    }

    public ChatCompletionResponse ToResponse() => new()
    {
        Id = _head.Id,
        Object = _head.Object,
        Created = _head.Created,
        Model = _head.Model,
        ServiceTier = _head.ServiceTier,
        SystemFingerprint = _head.SystemFingerprint,
        Choices = [.. _choices.Select(choice => choice.Value.Build(choice.Key))],
        Usage = _head.Usage is null ? null : Copy(_head.Usage),
        Error = _head.Error,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    private static ChatCompletionUsage Copy(ChatCompletionUsage usage) => new()
    {
        PromptTokens = usage.PromptTokens,
        CompletionTokens = usage.CompletionTokens,
        TotalTokens = usage.TotalTokens,
        PromptTokensDetails = usage.PromptTokensDetails,
        CompletionTokensDetails = usage.CompletionTokensDetails,
        AdditionalProperties = usage.AdditionalProperties.Copy(),
    };

    private void Add(ChatCompletionChunkEvent chunk)
    {
        _head.Id = chunk.Id ?? _head.Id;
        _head.Object = chunk.Object is { } name ? WholeName(name) : _head.Object;
        _head.Created = chunk.Created ?? _head.Created;
        _head.Model = chunk.Model ?? _head.Model;
        _head.ServiceTier = chunk.ServiceTier ?? _head.ServiceTier;
        _head.SystemFingerprint = chunk.SystemFingerprint ?? _head.SystemFingerprint;
        _head.Usage = chunk.Usage ?? _head.Usage;
        _head.Error = chunk.Error ?? _head.Error;
        _head.AdditionalProperties = ChatCompletionCopies.Merge(_head.AdditionalProperties, chunk.AdditionalProperties);
        foreach (ChatCompletionChunkChoice choice in chunk.Choices)
        {
            int index = choice.Index ?? 0;
            if (!_choices.TryGetValue(index, out ChatCompletionChoiceFold? fold))
            {
                _choices.Add(index, fold = new ChatCompletionChoiceFold());
            }

            fold.Add(choice);
        }
    }

    private static string WholeName(string name) =>
        name.EndsWith(".chunk", StringComparison.Ordinal) ? name[..^".chunk".Length] : name;
}
