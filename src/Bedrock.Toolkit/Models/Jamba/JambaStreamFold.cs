using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
internal sealed class JambaStreamFold : IStreamFold<JambaStreamEvent, JambaResponse>
{
    private readonly SortedDictionary<int, JambaChoiceFold> _choices = [];
    private readonly JambaResponse _head = new();

    public void Add(JambaStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        foreach (JambaStreamChoice choice in streamEvent.Choices ?? [])
        {
            int index = choice.Index ?? 0;
            if (!_choices.TryGetValue(index, out JambaChoiceFold? fold))
            {
                _choices.Add(index, fold = new JambaChoiceFold(index));
            }

            fold.Add(choice);
        }

        _head.Id = streamEvent.Id ?? _head.Id;
        _head.Usage = streamEvent.Usage ?? _head.Usage;
        _head.Meta = streamEvent.Meta ?? _head.Meta;
        _head.Model = streamEvent.Model ?? _head.Model;
        _head.GuardrailTrace = streamEvent.GuardrailTrace ?? _head.GuardrailTrace;
        if (_head.GuardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, a later "none" does not undo it.
            _head.GuardrailAction = streamEvent.GuardrailAction ?? _head.GuardrailAction;
        }

        foreach ((string name, JsonElement value) in streamEvent.AdditionalProperties ?? new Dictionary<string, JsonElement>())
        {
            (_head.AdditionalProperties ??= new Dictionary<string, JsonElement>())[name] = value;
        }
    }

    public JambaResponse ToResponse() => new()
    {
        Id = _head.Id,
        Choices = [.. _choices.Values.Select(choice => choice.Build())],
        Usage = _head.Usage,
        Meta = _head.Meta,
        Model = _head.Model,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };
}
