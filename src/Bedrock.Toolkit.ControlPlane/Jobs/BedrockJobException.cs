namespace Bedrock.Toolkit.ControlPlane.Jobs;

/// <summary>A job that was waited for has failed, or was stopped.</summary>
/// <param name="message">What the service says of it.</param>
/// <param name="status">How it stands.</param>
public sealed class BedrockJobException(string message, BedrockJobStatus? status = null) : BedrockException(message, null)
{
    /// <summary>How it stands.</summary>
    /// <value>Null on an exception that no job made.</value>
    public BedrockJobStatus? Status => status;
}
