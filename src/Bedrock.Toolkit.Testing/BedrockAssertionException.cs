namespace Bedrock.Toolkit.Testing;

/// <summary>A recorded call is not what a test expects; the message shows where they differ.</summary>
public sealed class BedrockAssertionException : Exception
{
    internal BedrockAssertionException(string message)
        : base(message)
    {
    }
}
