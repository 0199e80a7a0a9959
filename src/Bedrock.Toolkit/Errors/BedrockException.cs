namespace Bedrock.Toolkit;

/// <summary>The base of every failure of a call to Amazon Bedrock; misuse of the library throws <see cref="ArgumentException"/> instead.</summary>
/// <remarks>
/// Never holds a prompt, a body, a credential or a token. The server's own message is in <see cref="Exception.Message"/>; it can quote the
/// input, so do not log it where the input must not be logged.
/// </remarks>
public class BedrockException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, without any part of the request or the answer.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that failed.</summary>
    /// <value>An API name such as <c>InvokeModel</c>; null when the failure belongs to no operation.</value>
    public string? Operation { get; init; }

    /// <summary>The model that was called.</summary>
    /// <value>The id as it was given; null when the operation has no model.</value>
    public string? ModelId { get; init; }

    /// <summary>The id that AWS support asks for.</summary>
    /// <value>The <c>x-amzn-RequestId</c> header; null when no answer arrived.</value>
    public string? RequestId { get; init; }

    /// <summary>How many HTTP requests were made for the call.</summary>
    /// <value>1 or more; 0 when the call failed before anything was sent.</value>
    public int Attempts { get; init; }

    /// <summary>Whether the same call may succeed when it is repeated later.</summary>
    public virtual bool IsTransient { get; init; }
}
