using System.ComponentModel;
using Bedrock.Toolkit;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.DependencyInjection;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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

    /// <summary>Warns in the log, once for each, of models that are called and being retired.</summary>
    /// <remarks>
    /// The list of models is asked in the background, at the first call of each model, and kept for an hour; calls do not wait for it. Without the right
    /// <c>bedrock:ListFoundationModels</c> nobody is warned. Category <c>Bedrock.Toolkit.ControlPlane</c>.
    /// </remarks>
    /// <param name="builder">What <c>AddBedrock</c> gave.</param>
    /// <param name="within">How long before its end a model that is still active is told of; 60 days when null.</param>
    /// <returns>The same.</returns>
    public static IBedrockBuilder WarnOfEndingModels(this IBedrockBuilder builder, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddBedrockControlPlane();
        builder.Services.TryAddSingleton(provider => new ModelCatalogue(provider.GetRequiredService<BedrockControlClient>()));
        return builder.AddHttpMessageHandler(provider => new EndingModelHandler(
            provider.GetRequiredService<ModelCatalogue>, within ?? TimeSpan.FromDays(60), TimeProvider.System,
            provider.GetService<ILoggerFactory>()?.CreateLogger("Bedrock.Toolkit.ControlPlane") ?? NullLogger.Instance));
    }

    private static BedrockBuilder AddClient(IServiceCollection services, string name)
    {
        services.TryAddSingleton(provider => new BedrockControlClient(HostedClient.Create(provider, name, AwsService.Bedrock)));
        return new BedrockBuilder(services, name);
    }
}
