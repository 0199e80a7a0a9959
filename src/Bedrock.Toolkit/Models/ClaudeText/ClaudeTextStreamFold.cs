using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
internal sealed class ClaudeTextStreamFold : IStreamFold<ClaudeTextStreamEvent, ClaudeTextResponse>
{
    private readonly ClaudeTextResponse _head = new();
    private StringBuilder? _text;

    public void Add(ClaudeTextStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        if (streamEvent.Completion is { } piece)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }

        _head.Type = streamEvent.Type ?? _head.Type;
        _head.StopReason = streamEvent.StopReason ?? _head.StopReason;
        _head.Stop = streamEvent.Stop ?? _head.Stop;
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

    public ClaudeTextResponse ToResponse() => new()
    {
        Type = _head.Type,
        Completion = _text?.ToString(),
        StopReason = _head.StopReason,
        Stop = _head.Stop,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };
}
