using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>Public clients differ in the names they read, so both are taken; a last message that repeats the answer so far is not added again.</remarks>
internal sealed class PegasusStreamFold : IStreamFold<PegasusStreamEvent, PegasusResponse>
{
    private readonly PegasusResponse _head = new();
    private StringBuilder? _text;

    public void Add(PegasusStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        Append(streamEvent.Delta);
        bool repeats = streamEvent.EndReason is not null && streamEvent.Message is { Length: > 0 } message && _text is not null && _text.Equals(message);
        Append(repeats ? null : streamEvent.Message);
        _head.FinishReason = streamEvent.EndReason ?? _head.FinishReason;
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

    public PegasusResponse ToResponse() => new()
    {
        Message = _text?.ToString(),
        FinishReason = _head.FinishReason,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    private void Append(string? piece)
    {
        if (piece is not null)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }
    }
}
