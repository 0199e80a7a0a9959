using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>What every fold keeps of a stream beside the family's own members: the guardrail, and what nobody knows. Used by one thread at a time.</summary>
/// <remarks>Invents nothing: what no chunk said (a reason, a count) stays null. The events stay as they are.</remarks>
internal abstract class StreamFold<TEvent, TResponse> : IStreamFold<TEvent, TResponse>
    where TEvent : BedrockStreamEvent
    where TResponse : BedrockResponse
{
    private BedrockGuardrailAction? _guardrailAction;
    private JsonElement? _guardrailTrace;
    private Dictionary<string, JsonElement>? _unknown;

    public void Add(TEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _guardrailTrace = streamEvent.GuardrailTrace ?? _guardrailTrace;
        if (_guardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, the answer as a whole is not what the model wrote, whatever later chunks say.
            _guardrailAction = streamEvent.GuardrailAction ?? _guardrailAction;
        }

        Take(streamEvent);
        if (streamEvent is not IRawVariant)
        {
            Keep(streamEvent.AdditionalProperties);
        }
    }

    public TResponse ToResponse()
    {
        TResponse response = Build();
        response.GuardrailAction = _guardrailAction ?? response.GuardrailAction;
        response.GuardrailTrace = _guardrailTrace ?? response.GuardrailTrace;
        response.AdditionalProperties = Copies.Copy(_unknown);
        return response;
    }

    /// <summary>Takes the family's own members of an event.</summary>
    protected abstract void Take(TEvent streamEvent);

    /// <summary>A new response with the family's own members.</summary>
    protected abstract TResponse Build();

    /// <summary>Keeps members that nobody knows for the response.</summary>
    protected void Keep(IDictionary<string, JsonElement>? members) => StreamPieces.Merge(ref _unknown, members);
}
