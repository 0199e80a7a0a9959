using Bedrock.Toolkit;
using Bedrock.Toolkit.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IBedrockClient"/> in a service collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockServiceCollectionExtensions
{
    /// <summary>Registers one client with the normal AWS chain for Region and credentials.</summary>
    /// <param name="services">The services.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrock(this IServiceCollection services) => services.AddBedrock(_ => { });

    /// <summary>Registers one client.</summary>
    /// <remarks>A registration that is there already stays, as with <c>TryAdd</c>; the options add up. Faulty options stop the host when it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrock(this IServiceCollection services, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, Options.Options.DefaultName).Configure(configure);
        return AddClient(services);
    }

    /// <summary>Registers one client whose options come from a configuration section.</summary>
    /// <remarks>Keys: the scalar members of <see cref="BedrockClientOptions"/>; an unknown key or a value that cannot be read stops the host when
    /// it starts.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("Bedrock")</c>.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrock(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        Bind(AddOptions(services, Options.Options.DefaultName), section);
        return AddClient(services);
    }

    /// <summary>Registers one of several clients, for another Region, account or time limit.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, as in <c>[FromKeyedServices("eu")]</c>; a text is also the name of its options. Any object with a value of equality will
    /// do, such as a member of an enum.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddKeyedBedrock(this IServiceCollection services, object key, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = NameOf(key);
        ArgumentNullException.ThrowIfNull(configure);
        AddOptions(services, name).Configure(configure);
        services.TryAddKeyedSingleton<IBedrockClient>(key, (provider, _) => HostedClient.Create(provider, name));
        return new BedrockBuilder(services, name);
    }

    /// <summary>Registers one of several clients, with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, as in <c>[FromKeyedServices("eu")]</c>; a text is also the name of its options. Any object with a value of equality will
    /// do, such as a member of an enum.</param>
    /// <param name="section">The section.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddKeyedBedrock(this IServiceCollection services, object key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = NameOf(key);
        ArgumentNullException.ThrowIfNull(section);
        Bind(AddOptions(services, name), section);
        services.TryAddKeyedSingleton<IBedrockClient>(key, (provider, _) => HostedClient.Create(provider, name));
        return new BedrockBuilder(services, name);
    }

    internal static OptionsBuilder<BedrockClientOptions> AddOptions(IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BedrockClientOptions>, BedrockClientOptionsValidator>());
        return services.AddOptionsWithValidateOnStart<BedrockClientOptions>(name);
    }

    internal static void Bind(OptionsBuilder<BedrockClientOptions> builder, IConfiguration section)
    {
        builder.Services.AddSingleton<IOptionsChangeTokenSource<BedrockClientOptions>>(new SectionChangeTokenSource(builder.Name, section));
        builder.Configure(options => BedrockOptionsBinder.Bind(section, options, builder.Name));
    }

    // Options are named by texts. Keys of other types must not meet each other there, nor a text.
    internal static string NameOf(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key is not string text)
        {
            return $"{key.GetType().FullName}:{key}";
        }

        ArgumentException.ThrowIfNullOrEmpty(text, nameof(key));
        return text;
    }

    private static BedrockBuilder AddClient(IServiceCollection services)
    {
        services.TryAddSingleton<IBedrockClient>(static provider => HostedClient.Create(provider, Options.Options.DefaultName));
        return new BedrockBuilder(services, Options.Options.DefaultName);
    }
}
