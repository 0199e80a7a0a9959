namespace Bedrock.Toolkit.Converse;

/// <summary>Whether a call that a model wrote may be run.</summary>
/// <remarks>Read from the data alone: what the call holds, and how the answer that it stands in ended. <see cref="ToolUseBlock.StateIn"/> tells it.</remarks>
public enum ToolCallState
{
    /// <summary>The call is whole, and its answer ended as it should: run it.</summary>
    Runnable,

    /// <summary>The service has run it itself.</summary>
    OfService,

    /// <summary>The input is no JSON object: a stream was cut within it, or the model wrote something else.</summary>
    NoObject,

    /// <summary>The answer ended at a limit of tokens: the call, or one that belongs to it, may lack its end.</summary>
    Cut,

    /// <summary>A guardrail or a filter blocked the answer.</summary>
    Blocked,

    /// <summary>The model wrote a call or an answer that the service could not read.</summary>
    Malformed,

    /// <summary>The answer ended for a reason that this version does not know.</summary>
    Unknown,
}
