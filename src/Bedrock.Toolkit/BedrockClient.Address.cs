namespace Bedrock.Toolkit;

/// <content>Where the calls go.</content>
public sealed partial class BedrockClient
{
    /// <summary>The address that the calls go to, as far as it is known now; nobody is asked for it.</summary>
    /// <value>
    /// From <see cref="BedrockClientOptions.ServiceUrl"/>, <see cref="BedrockClientOptions.Region"/> or <c>AWS_REGION</c>; once a call was made, what it
    /// found. Null while only an AWS profile or the machine knows the Region.
    /// </value>
    public Uri? Address => _transport.Address;
}
