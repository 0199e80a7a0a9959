using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>A chunk that is, or brings, the whole answer is taken as it is; else the pieces are joined, each answer for itself.</remarks>
internal sealed class CommandStreamFold : IStreamFold<CommandStreamEvent, CommandResponse>
{
    private readonly SortedDictionary<int, (StringBuilder Text, CommandFinishReason? Reason)> _answers = [];
    private readonly CommandResponse _head = new();
    private IList<CommandGeneration>? _generations;

    public void Add(CommandStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _head.Id = streamEvent.Id ?? streamEvent.Response?.Id ?? _head.Id;
        _head.Prompt = streamEvent.Prompt ?? streamEvent.Response?.Prompt ?? _head.Prompt;
        _generations = streamEvent.Generations ?? (streamEvent.Response is { Generations: { Count: > 0 } whole } ? whole : _generations);
        if (streamEvent is { Piece: not null } or { FinishReason: not null })
        {
            int index = streamEvent.Index ?? 0;
            (StringBuilder text, CommandFinishReason? reason) = _answers.GetValueOrDefault(index, (new StringBuilder(), null));
            _answers[index] = (text.Append(streamEvent.IsMarker ? null : streamEvent.Piece), streamEvent.FinishReason ?? reason);
        }

        _head.GuardrailTrace = streamEvent.GuardrailTrace ?? _head.GuardrailTrace;
        if (_head.GuardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, a later "none" does not undo it.
            _head.GuardrailAction = streamEvent.GuardrailAction ?? _head.GuardrailAction;
        }

        Keep(streamEvent.Response?.AdditionalProperties);
        Keep(streamEvent.AdditionalProperties);
    }

    public CommandResponse ToResponse() => new()
    {
        Id = _head.Id,
        Prompt = _head.Prompt,
        Generations = _generations is null ? Joined() : [.. _generations.Select(Copy)],
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    private List<CommandGeneration> Joined() => [.. _answers.Select(answer => new CommandGeneration
    {
        Text = answer.Value.Text.ToString(),
        FinishReason = answer.Value.Reason,
        Index = _answers.Count > 1 ? answer.Key : null,
    })];

    private static CommandGeneration Copy(CommandGeneration generation) => new()
    {
        Id = generation.Id,
        Text = generation.Text,
        FinishReason = generation.FinishReason,
        Likelihood = generation.Likelihood,
        TokenLikelihoods = generation.TokenLikelihoods.Copy(),
        Index = generation.Index,
        IsFinished = generation.IsFinished,
        AdditionalProperties = generation.AdditionalProperties.Copy(),
    };

    private void Keep(IDictionary<string, JsonElement>? members)
    {
        foreach ((string name, JsonElement value) in members ?? new Dictionary<string, JsonElement>())
        {
            (_head.AdditionalProperties ??= new Dictionary<string, JsonElement>())[name] = value;
        }
    }
}
