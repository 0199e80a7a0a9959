using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Amazon Bedrock on this machine: the command <c>bedrock serve</c>, beside the apps that call it.</summary>
/// <param name="name">The name of the resource.</param>
/// <param name="command">The command, such as <c>bedrock</c>.</param>
/// <param name="workingDirectory">Where it runs.</param>
public sealed class BedrockEmulatorResource(string name, string command, string workingDirectory) : ExecutableResource(name, command, workingDirectory)
{
    internal const string EndpointName = "http";

    /// <summary>The Region that it answers for.</summary>
    /// <value><c>us-east-1</c> by default.</value>
    public string Region { get; internal set; } = "us-east-1";

    /// <summary>The access key id that it accepts.</summary>
    public required ReferenceExpression AccessKeyId { get; init; }

    /// <summary>The secret key that belongs to it; made for each run of the app host.</summary>
    public required ReferenceExpression SecretAccessKey { get; init; }

    /// <summary>The address.</summary>
    public EndpointReference Endpoint => field ??= new EndpointReference(this, EndpointName);
}
