using System.ComponentModel;
using Bedrock.Toolkit;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.DependencyInjection;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="BedrockControlClient"/> in a service collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockControlPlaneServiceCollectionExtensions
{
    private const string OwnName = "Bedrock.ControlPlane";

    /// <summary>Registers one client with the options, handlers and HTTP client that <c>AddBedrock</c> has, or the normal AWS chain.</summary>
    /// <remarks>A registration that is there already stays. What is added to the builder counts for the client of <c>AddBedrock</c> too.</remarks>
    /// <param name="services">The services.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockControlPlane(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        BedrockServiceCollectionExtensions.AddOptions(services, Options.Options.DefaultName);
        return AddClient(services, Options.Options.DefaultName);
    }

    /// <summary>Registers one client with options of its own.</summary>
    /// <remarks>A registration that is there already stays; the options add up. Faulty options stop the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockControlPlane(this IServiceCollection services, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        BedrockServiceCollectionExtensions.AddOptions(services, OwnName).Configure(configure);
        return AddClient(services, OwnName);
    }

    /// <summary>Registers one client whose own options come from a configuration section.</summary>
    /// <remarks>Keys: the scalar members of <see cref="BedrockClientOptions"/>; an unknown key or a value that cannot be read stops the host when
    /// it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockControlPlane")</c>.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrockControlPlane(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        BedrockServiceCollectionExtensions.Bind(BedrockServiceCollectionExtensions.AddOptions(services, OwnName), section);
        return AddClient(services, OwnName);
    }

    private static BedrockBuilder AddClient(IServiceCollection services, string name)
    {
        services.TryAddSingleton(provider => new BedrockControlClient(HostedClient.Create(provider, name, AwsService.Bedrock)));
        return new BedrockBuilder(services, name);
    }
}
