using Amazon.Runtime;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host can add to its Bedrock client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockBuilderExtensions
{
    /// <summary>Sets options with the help of other services.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets the options; runs after those that were given before.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder Configure(this IBedrockBuilder builder, Action<BedrockClientOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<BedrockClientOptions>(builder.Name).Configure<IServiceProvider>(configure);
        return builder;
    }

    /// <summary>Adds a handler around the connections: it sees every attempt, signed, and its answer.</summary>
    /// <remarks>What it changes of a request breaks the signature, but for headers that are not signed. The first one added is the outermost.</remarks>
    /// <param name="builder">The registration.</param>
    /// <param name="create">Makes a new handler without an inner one.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder AddHttpMessageHandler(this IBedrockBuilder builder, Func<IServiceProvider, DelegatingHandler> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.Configure<BedrockHosting>(builder.Name, hosting => hosting.Handlers.Add(create));
        return builder;
    }

    /// <summary>Adds a handler around the connections that is made with the host's services; no registration of it is needed.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="builder">The registration.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder AddHttpMessageHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IBedrockBuilder builder)
        where THandler : DelegatingHandler => builder.AddHttpMessageHandler(static provider => ActivatorUtilities.CreateInstance<THandler>(provider));

    /// <summary>Lets the client call over a named HTTP client of the host, with what was set up for it: handlers, proxy, certificates.</summary>
    /// <remarks>
    /// It is taken once. Give it <c>AllowAutoRedirect = false</c> and a <c>PooledConnectionLifetime</c> by <c>ConfigurePrimaryHttpMessageHandler</c>, and no
    /// retries: the client has its own. Its time-out is switched off. A change of <see cref="BedrockClientOptions.ConnectTimeout"/> has no effect.
    /// </remarks>
    /// <param name="builder">The registration.</param>
    /// <param name="name">The name, as in <c>services.AddHttpClient("bedrock")</c>.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseHttpClient(this IBedrockBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        builder.Services.Configure<BedrockHosting>(builder.Name, hosting => hosting.HttpClientName = name);
        return builder;
    }

    /// <summary>Lets calls start at the pace of the account's token quotas.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets the quotas; faulty ones are an error when the client is made.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder AddTokenGovernor(this IBedrockBuilder builder, Action<TokenGovernorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        // One for the life of the host: its counts must outlive a change of the options.
        var governor = new Lazy<TokenGovernor>(() =>
        {
            var options = new TokenGovernorOptions();
            configure(options);
            return new TokenGovernor(options);
        });
        return builder.Configure((options, _) => options.TokenGovernor = governor.Value);
    }

    /// <summary>Counts and limits what tenants spend.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets prices and limits; faulty ones are an error when the client is made.</param>
    /// <returns>The registration. The budget itself is a service of the host: <see cref="SpendBudget.GetStates"/> says how it stands.</returns>
    public static IBedrockBuilder AddSpendBudget(this IBedrockBuilder builder, Action<SpendBudgetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        // One for the life of the host: what was spent must outlive a change of the options.
        var budget = new Lazy<SpendBudget>(() =>
        {
            var options = new SpendBudgetOptions();
            configure(options);
            return new SpendBudget(options);
        });
        builder.Services.AddSingleton(_ => budget.Value);
        return builder.Configure((options, _) =>
        {
            options.SpendBudget = budget.Value;
            options.Prices ??= budget.Value.Prices;
        });
    }

    /// <summary>Takes Region, address, FIPS, dual stack, proxy, profile and exposed credentials from the settings of an AWS SDK client.</summary>
    /// <remarks>The address (<c>ServiceURL</c>) only from one of bedrock-runtime: another service's address is of no use here. What was set before
    /// stays where the settings are silent.</remarks>
    /// <param name="builder">The registration.</param>
    /// <param name="config">The settings.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseClientConfig(this IBedrockBuilder builder, IClientConfig config)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(config);
        return builder.Configure((options, _) => ClientConfigOptions.Apply(config, options));
    }

    /// <summary>Takes the settings from an AWS SDK client that is registered, as <see cref="UseClientConfig"/> does.</summary>
    /// <typeparam name="TService">The client's service type, such as <c>IAmazonBedrockRuntime</c>.</typeparam>
    /// <param name="builder">The registration.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseAmazonService<TService>(this IBedrockBuilder builder)
        where TService : class, IAmazonService
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure(static (options, provider) => ClientConfigOptions.Apply(
            (provider.GetService<TService>() ?? throw new OptionsValidationException(
                nameof(BedrockClientOptions), typeof(BedrockClientOptions),
                    [$"UseAmazonService needs {typeof(TService).Name}, which is not registered: register it, or use UseClientConfig."])).Config,
            options));
    }
}
