using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>Typed calls to the control plane of Amazon Bedrock: one method for each operation. Thread-safe: make one and keep it.</summary>
/// <remarks>
/// Region, credentials, time limits, retries and telemetry are those of <see cref="BedrockClient"/>; a quota of tokens has no place here. An endpoint that is
/// set must be one of the control plane. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html
/// </remarks>
public sealed partial class BedrockControlClient : IDisposable
{
    private readonly BedrockClient _client;

    /// <summary>Makes a client with the normal AWS chain for Region and credentials.</summary>
    public BedrockControlClient()
        : this(new BedrockClientOptions())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockControlClient(BedrockClientOptions options)
        : this(new BedrockClient(httpClient: null, Checked(options), AwsService.Bedrock))
    {
    }

    /// <summary>Makes a client over an HTTP client of yours, which is never disposed by it.</summary>
    /// <param name="httpClient">As for <see cref="BedrockClient(HttpClient, BedrockClientOptions)"/>.</param>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">The HTTP client's time-out would cut long calls.</exception>
    public BedrockControlClient(HttpClient httpClient, BedrockClientOptions options)
        : this(new BedrockClient(Given(httpClient), Checked(options), AwsService.Bedrock))
    {
    }

    internal BedrockControlClient(BedrockClient client) => _client = client;

    /// <summary>A client with other options over the same connections: another account, Region or time limit.</summary>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">A setting that belongs to the connections was changed.</exception>
    /// <exception cref="ObjectDisposedException">This client is disposed.</exception>
    public BedrockControlClient WithOptions(Action<BedrockClientOptions> configure) => new(_client.WithOptions(configure));

    /// <summary>Closes the client's own connections, unless a client made by <see cref="WithOptions"/> still uses them.</summary>
    public void Dispose() => _client.Dispose();

    private static HttpClient Given(HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        return httpClient;
    }

    // The commonest slip: options that were made for inference.
    private static BedrockClientOptions Checked(BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ServiceUrl?.Host.StartsWith(AwsService.BedrockRuntime.EndpointPrefix, StringComparison.Ordinal) == true
            ? throw new BedrockConfigurationException("ServiceUrl is an address of bedrock-runtime: the control plane has another one, leave it out.")
            : options;
    }
}
