using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>The model still asked for tools when the limit on rounds was reached.</summary>
public sealed class BedrockToolRoundsException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which limit was reached.</param>
    /// <param name="conversation">The conversation so far.</param>
    /// <param name="response">The last answer, whose tools were not run.</param>
    public BedrockToolRoundsException(string message, ConverseRequest conversation, ConverseResponse response)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(response);
        Conversation = conversation;
        Response = response;
    }

    /// <summary>The conversation so far, without the last answer.</summary>
    public ConverseRequest Conversation { get; }

    /// <summary>The last answer, whose tools were not run.</summary>
    public ConverseResponse Response { get; }
}
