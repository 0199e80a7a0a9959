using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Agents.Building;

/// <summary>Typed calls that build agents: agents, knowledge bases, data sources, documents, flows, prompts; one method for each operation.
/// Thread-safe: make one and keep it.</summary>
/// <remarks>
/// Region, credentials, time limits, retries and telemetry are those of <see cref="BedrockClient"/>; a quota of tokens has no place here.
/// An API key of Bedrock is not taken.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Agents_for_Amazon_Bedrock.html
/// </remarks>
public sealed partial class BedrockAgentClient : IDisposable
{
    private readonly BedrockClient _client;

    /// <summary>Makes a client with the normal AWS chain for Region and credentials.</summary>
    public BedrockAgentClient()
        : this(new BedrockClientOptions())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach the service; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockAgentClient(BedrockClientOptions options)
        : this(new BedrockClient(httpClient: null, ServiceAddress.Checked(options, AwsService.BedrockAgent), AwsService.BedrockAgent))
    {
    }

    /// <summary>Makes a client over an HTTP client of yours, which is never disposed by it.</summary>
    /// <param name="httpClient">As for <see cref="BedrockClient(HttpClient, BedrockClientOptions)"/>.</param>
    /// <param name="options">How to reach the service; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">The HTTP client's time-out would cut long calls.</exception>
    public BedrockAgentClient(HttpClient httpClient, BedrockClientOptions options)
        : this(new BedrockClient(ServiceAddress.Given(httpClient), ServiceAddress.Checked(options, AwsService.BedrockAgent), AwsService.BedrockAgent))
    {
    }

    internal BedrockAgentClient(BedrockClient client) => _client = client;

    /// <summary>A client with other options over the same connections: another account, Region or time limit.</summary>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">A setting that belongs to the connections was changed.</exception>
    /// <exception cref="ObjectDisposedException">This client is disposed.</exception>
    public BedrockAgentClient WithOptions(Action<BedrockClientOptions> configure) => new(_client.WithOptions(configure));

    /// <summary>Closes the client's own connections, unless a client made by <see cref="WithOptions"/> still uses them.</summary>
    public void Dispose() => _client.Dispose();
}
