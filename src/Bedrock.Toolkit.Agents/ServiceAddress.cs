using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Agents;

/// <summary>Checks what a client of another service than bedrock-runtime is made from.</summary>
internal static class ServiceAddress
{
    private static readonly AwsService[] Others =
    [
        AwsService.BedrockAgentRuntime, AwsService.BedrockAgentCore, AwsService.BedrockAgent, AwsService.BedrockRuntime, AwsService.Bedrock,
        AwsService.S3Vectors,
    ];

    public static HttpClient Given(HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        return httpClient;
    }

    // The commonest slip: options that were made for inference.
    public static BedrockClientOptions Checked(BedrockClientOptions options, AwsService service)
    {
        ArgumentNullException.ThrowIfNull(options);
        string host = options.ServiceUrl?.Host ?? string.Empty;
        AwsService? other = Array.Find(Others, candidate => host.StartsWith(candidate.EndpointPrefix + ".", StringComparison.Ordinal));
        return other is not null && other != service
            ? throw new BedrockConfigurationException(
                $"ServiceUrl is an address of {other.EndpointPrefix}: {service.EndpointPrefix} has another one, leave it out.")
            : options;
    }
}
