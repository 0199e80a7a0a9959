using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>A job of asynchronous invocation ended without its output.</summary>
public sealed class BedrockAsyncInvokeException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">How the job ended; the service's own words are among it.</param>
    /// <param name="job">The job.</param>
    public BedrockAsyncInvokeException(string message, GetAsyncInvokeResponse job)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(job);
        Job = job;
    }

    /// <summary>The job as it ended.</summary>
    public GetAsyncInvokeResponse Job { get; }
}
