namespace Bedrock.Toolkit;

/// <summary>One of the client's own time limits ran out.</summary>
/// <param name="message">Which limit ran out.</param>
/// <param name="innerException">The cause, if another exception was the cause.</param>
public sealed class BedrockTimeoutException(string message, Exception? innerException = null) : BedrockException(message, innerException)
{
    /// <summary>Which limit ran out.</summary>
    public BedrockTimeoutKind Kind { get; init; }

    /// <summary>How long the limit was.</summary>
    public TimeSpan Limit { get; init; }
}

/// <summary>The time limits of a call.</summary>
public enum BedrockTimeoutKind
{
    /// <summary>Making the connection: <see cref="BedrockClientOptions.ConnectTimeout"/>.</summary>
    Connect,

    /// <summary>From sending the request to the response headers: <see cref="BedrockClientOptions.FirstByteTimeout"/>.</summary>
    FirstByte,

    /// <summary>Silence between two reads of the answer: <see cref="BedrockClientOptions.StreamIdleTimeout"/>.</summary>
    Idle,

    /// <summary>The whole call, with all attempts: <see cref="BedrockClientOptions.OverallTimeout"/>.</summary>
    Overall,

    /// <summary>Waiting for one of the client's connections, when all are in use: <see cref="BedrockClientOptions.ConnectionWaitTimeout"/>.</summary>
    Connection,
}
