namespace Bedrock.Toolkit;

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
