using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Agents.S3Vectors;

/// <summary>Typed calls to Amazon S3 Vectors: buckets, indexes, vectors, queries; one method for each operation. Thread-safe: make one and keep it.</summary>
/// <remarks>
/// Region, credentials, time limits, retries and telemetry are those of <see cref="BedrockClient"/>; a quota of tokens has no place here.
/// Its address is dual stack always. An API key of Bedrock is not taken.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3_Vectors.html
/// </remarks>
public sealed partial class S3VectorsClient : IDisposable
{
    private readonly BedrockClient _client;

    /// <summary>Makes a client with the normal AWS chain for Region and credentials.</summary>
    public S3VectorsClient()
        : this(new BedrockClientOptions())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach the service; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public S3VectorsClient(BedrockClientOptions options)
        : this(new BedrockClient(httpClient: null, ServiceAddress.Checked(options, AwsService.S3Vectors), AwsService.S3Vectors))
    {
    }

    /// <summary>Makes a client over an HTTP client of yours, which is never disposed by it.</summary>
    /// <param name="httpClient">As for <see cref="BedrockClient(HttpClient, BedrockClientOptions)"/>.</param>
    /// <param name="options">How to reach the service; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">The HTTP client's time-out would cut long calls.</exception>
    public S3VectorsClient(HttpClient httpClient, BedrockClientOptions options)
        : this(new BedrockClient(ServiceAddress.Given(httpClient), ServiceAddress.Checked(options, AwsService.S3Vectors), AwsService.S3Vectors))
    {
    }

    internal S3VectorsClient(BedrockClient client) => _client = client;

    /// <summary>A client with other options over the same connections: another account, Region or time limit.</summary>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">A setting that belongs to the connections was changed.</exception>
    /// <exception cref="ObjectDisposedException">This client is disposed.</exception>
    public S3VectorsClient WithOptions(Action<BedrockClientOptions> configure) => new(_client.WithOptions(configure));

    /// <summary>Closes the client's own connections, unless a client made by <see cref="WithOptions"/> still uses them.</summary>
    public void Dispose() => _client.Dispose();
}
