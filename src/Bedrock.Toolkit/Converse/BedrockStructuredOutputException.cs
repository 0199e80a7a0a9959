using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>The model answered, but not in the form that <c>ConverseAsync&lt;T&gt;</c> asked for.</summary>
/// <remarks>What the model wrote is in <see cref="ReplyText"/> and <see cref="Response"/>, never in the message.</remarks>
public sealed class BedrockStructuredOutputException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What does not fit, without any part of the answer.</param>
    /// <param name="response">The raw answer.</param>
    /// <param name="replyText">What was tried to be read.</param>
    public BedrockStructuredOutputException(string message, ConverseResponse response, string replyText)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(replyText);
        Response = response;
        ReplyText = replyText;
    }

    /// <summary>The raw answer.</summary>
    public ConverseResponse Response { get; }

    /// <summary>What was tried to be read: the text of the answer, or the input of the tool.</summary>
    /// <value>Do not log it where answers must not be logged.</value>
    public string ReplyText { get; }

    /// <summary>Why the model stopped; <c>max_tokens</c> says that the answer was cut.</summary>
    public StopReason? StopReason => Response.StopReason;

    /// <summary>Where in the JSON the first fault is.</summary>
    /// <value>A JSON path such as <c>$.age</c>; null when there was no JSON to read.</value>
    public string? JsonPath { get; init; }
}
