using System.ComponentModel;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.DependencyInjection;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the clients of agents, knowledge bases, AgentCore and S3 Vectors in a service collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockAgentsServiceCollectionExtensions
{
    private const string OwnName = "Bedrock.Agents";

    /// <summary>Registers one client of each service with the options, handlers and HTTP client that <c>AddBedrock</c> has, or the normal AWS chain.</summary>
    /// <remarks>
    /// <see cref="BedrockAgentRuntimeClient"/>, <see cref="BedrockAgentClient"/>, <see cref="AgentCoreClient"/>, <see cref="S3VectorsClient"/>; a client is
    /// made when it is first asked for. A registration that is there already stays. What is added to the builder counts for the client of
    /// <c>AddBedrock</c> too.
    /// An address in those options is one of bedrock-runtime as a rule: then give these clients options of their own.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockAgents(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        BedrockServiceCollectionExtensions.AddOptions(services, Options.Options.DefaultName);
        return AddClients(services, Options.Options.DefaultName);
    }

    /// <summary>Registers one client of each service with options of their own.</summary>
    /// <remarks>A registration that is there already stays; the options add up. Faulty options stop the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockAgents(this IServiceCollection services, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        BedrockServiceCollectionExtensions.AddOptions(services, OwnName).Configure(configure);
        return AddClients(services, OwnName);
    }

    /// <summary>Registers one client of each service, whose own options come from a configuration section.</summary>
    /// <remarks>Keys: the scalar members of <see cref="BedrockClientOptions"/>; an unknown key or a value that cannot be read stops the host when
    /// it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockAgents")</c>.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockAgents(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        BedrockServiceCollectionExtensions.Bind(BedrockServiceCollectionExtensions.AddOptions(services, OwnName), section);
        return AddClients(services, OwnName);
    }

    private static BedrockBuilder AddClients(IServiceCollection services, string name)
    {
        services.TryAddSingleton(provider => new BedrockAgentRuntimeClient(HostedClient.Create(provider, name, AwsService.BedrockAgentRuntime)));
        services.TryAddSingleton(provider => new BedrockAgentClient(HostedClient.Create(provider, name, AwsService.BedrockAgent)));
        services.TryAddSingleton(provider => new AgentCoreClient(HostedClient.Create(provider, name, AwsService.BedrockAgentCore)));
        services.TryAddSingleton(provider => new S3VectorsClient(HostedClient.Create(provider, name, AwsService.S3Vectors)));
        return new BedrockBuilder(services, name);
    }
}
