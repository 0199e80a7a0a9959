using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Why a model stopped, in the terms of Microsoft.Extensions.AI; reasons that it has no term for keep their name.</summary>
internal static class ChatFinish
{
    public static ChatFinishReason? Of(Wire.StopReason? reason, bool hasOnlyAnswer) => reason?.Value switch
    {
        null => null,
        "end_turn" or "stop_sequence" => ChatFinishReason.Stop,
        "max_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,

        // The answer came as a call of a tool that only gives it a form: nobody is to call anything.
        "tool_use" => hasOnlyAnswer ? ChatFinishReason.Stop : ChatFinishReason.ToolCalls,
        "guardrail_intervened" or "content_filtered" => ChatFinishReason.ContentFilter,
        { } other => new ChatFinishReason(other),
    };
}
