namespace Bedrock.Toolkit;

/// <summary>A setting is missing or wrong, so that nothing was sent: the message names the setting and the rule.</summary>
/// <remarks>Thrown when a client is made, or by its first call where the setting was left to environment and profile. A host that validates its
/// options when it starts throws <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> then, as hosts do.</remarks>
public sealed class BedrockConfigurationException : BedrockException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The setting and the rule; never the value of a secret.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException) => Failures = [message];

    internal BedrockConfigurationException(IReadOnlyList<string> failures)
        : base(string.Join("; ", failures)) => Failures = failures;

    /// <summary>Every setting that is wrong, one a text.</summary>
    /// <value>At least one.</value>
    public IReadOnlyList<string> Failures { get; }
}
