using Bedrock.Toolkit;
using Bedrock.Toolkit.ControlPlane;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="BedrockControlClient"/> in a service collection.</summary>
public static class BedrockControlPlaneServiceCollectionExtensions
{
    private const string OptionsName = "Bedrock.ControlPlane";

    /// <summary>Registers one client with the options that <c>AddBedrock</c> has, or the normal AWS chain.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrockControlPlane(this IServiceCollection services) => Add(services, Options.Options.DefaultName);

    /// <summary>Registers one client with options of its own.</summary>
    /// <remarks>A registration that is there already stays; faulty options stop the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrockControlPlane(this IServiceCollection services, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(OptionsName, configure);
        return Add(services, OptionsName);
    }

    private static IServiceCollection Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BedrockClientOptions>, BedrockClientOptionsValidator>());
        services.AddOptionsWithValidateOnStart<BedrockClientOptions>(name);
        services.TryAddSingleton(provider =>
        {
            BedrockClientOptions options = provider.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>().Get(name).Copy();
            options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            return new BedrockControlClient(options);
        });
        return services;
    }
}
