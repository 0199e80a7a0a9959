using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What every fold keeps of a stream beside the family's own members: the guardrail, and what nobody knows.</summary>
internal sealed class StreamRemains
{
    private BedrockGuardrailAction? _guardrailAction;
    private JsonElement? _guardrailTrace;
    private Dictionary<string, JsonElement>? _unknown;

    public void Add(BedrockStreamEvent streamEvent)
    {
        _guardrailTrace = streamEvent.GuardrailTrace ?? _guardrailTrace;
        if (_guardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, the answer as a whole is not what the model wrote, whatever later chunks say.
            _guardrailAction = streamEvent.GuardrailAction ?? _guardrailAction;
        }

        Merge(ref _unknown, streamEvent.AdditionalProperties);
    }

    public T GiveTo<T>(T response)
        where T : BedrockResponse
    {
        response.GuardrailAction = _guardrailAction;
        response.GuardrailTrace = _guardrailTrace;
        response.AdditionalProperties = Copies.Copy(_unknown);
        return response;
    }

    /// <summary>Later values replace earlier ones.</summary>
    public static void Merge(ref Dictionary<string, JsonElement>? known, IDictionary<string, JsonElement>? more)
    {
        foreach ((string name, JsonElement value) in more ?? new Dictionary<string, JsonElement>())
        {
            (known ??= [])[name] = value;
        }
    }
}
