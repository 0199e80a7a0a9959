using Bedrock.Toolkit;
using Bedrock.Toolkit.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IBedrockClient"/> in a service collection.</summary>
public static class BedrockServiceCollectionExtensions
{
    /// <summary>Registers one client with the normal AWS chain for Region and credentials.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrock(this IServiceCollection services) => services.AddBedrock(_ => { });

    /// <summary>Registers one client.</summary>
    /// <remarks>A registration that is there already stays, as with <c>TryAdd</c>; the options add up. Faulty options stop the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrock(this IServiceCollection services, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, Options.Options.DefaultName).Configure(configure);
        services.TryAddSingleton<IBedrockClient>(provider => CreateClient(provider, Options.Options.DefaultName));
        return services;
    }

    /// <summary>Registers one client whose options come from a configuration section.</summary>
    /// <remarks>Keys: the scalar members of <see cref="BedrockClientOptions"/>; an unknown key or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("Bedrock")</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrock(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        Bind(AddOptions(services, Options.Options.DefaultName), section);
        services.TryAddSingleton<IBedrockClient>(provider => CreateClient(provider, Options.Options.DefaultName));
        return services;
    }

    /// <summary>Registers one of several clients, for another Region, account or time limit.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, as in <c>[FromKeyedServices("eu")]</c>; also the name of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKeyedBedrock(this IServiceCollection services, string key, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, key).Configure(configure);
        services.TryAddKeyedSingleton<IBedrockClient>(key, (provider, _) => CreateClient(provider, key));
        return services;
    }

    /// <summary>Registers one of several clients, with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, as in <c>[FromKeyedServices("eu")]</c>; also the name of its options.</param>
    /// <param name="section">The section.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKeyedBedrock(this IServiceCollection services, string key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(section);
        Bind(AddOptions(services, key), section);
        services.TryAddKeyedSingleton<IBedrockClient>(key, (provider, _) => CreateClient(provider, key));
        return services;
    }

    private static OptionsBuilder<BedrockClientOptions> AddOptions(IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BedrockClientOptions>, BedrockClientOptionsValidator>());
        return services.AddOptionsWithValidateOnStart<BedrockClientOptions>(name);
    }

    private static void Bind(OptionsBuilder<BedrockClientOptions> builder, IConfiguration section)
    {
        builder.Services.AddSingleton<IOptionsChangeTokenSource<BedrockClientOptions>>(new SectionChangeTokenSource(builder.Name, section));
        builder.Configure(options => BedrockOptionsBinder.Bind(section, options, builder.Name));
    }

    private static BedrockClient CreateClient(IServiceProvider provider, string name)
    {
        BedrockClientOptions options = provider.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>().Get(name).Copy();
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        return new BedrockClient(options);
    }
}
