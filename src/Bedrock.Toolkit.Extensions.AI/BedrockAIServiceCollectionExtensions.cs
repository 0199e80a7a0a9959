using System.ComponentModel;
using Bedrock.Toolkit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers models of Bedrock as services of Microsoft.Extensions.AI, over the client that <c>AddBedrock</c> registers. Stateless.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class BedrockAIServiceCollectionExtensions
{
    /// <summary>Registers a model as the <see cref="IChatClient"/>.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="model">The model when <c>ChatOptions.ModelId</c> names none.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder, for <c>UseFunctionInvocation</c>, <c>UseOpenTelemetry</c> and so on.</returns>
    public static ChatClientBuilder AddBedrockChatClient(
        this IServiceCollection services,
        ModelId model,
        Action<BedrockChatClientOptions>? configure = null,
        object? bedrockKey = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddChatClient(provider => BedrockAIServices.Chat(provider, model, configure, bedrockKey), lifetime);
    }

    /// <summary>Registers the model that a configuration section names as the <see cref="IChatClient"/>.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>StructuredOutput</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key that is
    /// unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockChat")</c>.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddBedrockChatClient(this IServiceCollection services, IConfiguration section) =>
        services.AddBedrockChatClient(section, null, ServiceLifetime.Singleton);

    /// <summary>Registers the model that a configuration section names as the <see cref="IChatClient"/>.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>StructuredOutput</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key that is
    /// unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockChat")</c>.</param>
    /// <param name="configure">Sets options, after the section; null for none.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddBedrockChatClient(
        this IServiceCollection services,
        IConfiguration section,
        Action<BedrockChatClientOptions>? configure,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfChat);
        return services.AddChatClient(provider => FromSection(provider, read(provider), configure), lifetime);
    }

    /// <summary>Registers a model as the <see cref="IChatClient"/> of a key, for several models in one host.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the chat client.</param>
    /// <param name="model">The model when <c>ChatOptions.ModelId</c> names none.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddKeyedBedrockChatClient(
        this IServiceCollection services,
        object serviceKey,
        ModelId model,
        Action<BedrockChatClientOptions>? configure = null,
        object? bedrockKey = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        return services.AddKeyedChatClient(serviceKey, provider => BedrockAIServices.Chat(provider, model, configure, bedrockKey), lifetime);
    }

    /// <summary>Registers the model that a configuration section names as the <see cref="IChatClient"/> of a key.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the chat client.</param>
    /// <param name="section">The section.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddKeyedBedrockChatClient(this IServiceCollection services, object serviceKey, IConfiguration section) =>
        services.AddKeyedBedrockChatClient(serviceKey, section, null, ServiceLifetime.Singleton);

    /// <summary>Registers the model that a configuration section names as the <see cref="IChatClient"/> of a key.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the chat client.</param>
    /// <param name="section">The section.</param>
    /// <param name="configure">Sets options, after the section; null for none.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddKeyedBedrockChatClient(
        this IServiceCollection services,
        object serviceKey,
        IConfiguration section,
        Action<BedrockChatClientOptions>? configure,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfChat);
        return services.AddKeyedChatClient(serviceKey, provider => FromSection(provider, read(provider), configure), lifetime);
    }

    private static IChatClient FromSection(IServiceProvider provider, BedrockAISection section, Action<BedrockChatClientOptions>? configure) =>
        BedrockAIServices.Chat(provider, section.ModelId!, configure, section.BedrockKey, section);
}
