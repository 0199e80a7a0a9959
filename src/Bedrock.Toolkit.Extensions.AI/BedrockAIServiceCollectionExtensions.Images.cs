using System.Diagnostics.CodeAnalysis;
using Bedrock.Toolkit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>Image models.</content>
public static partial class BedrockAIServiceCollectionExtensions
{
    /// <summary>Registers an image model as the <see cref="IImageGenerator"/>.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="model">The model, such as <c>StableImageModels.Core11</c>.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddBedrockImageGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        ImageModel<TRequest, TResponse> model,
        object? bedrockKey = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddImageGenerator(provider => BedrockAIServices.ClientOf(provider, bedrockKey).AsIImageGenerator(model), lifetime);
    }

    /// <summary>Registers the image model that a configuration section names as the <see cref="IImageGenerator"/>.</summary>
    /// <remarks>Keys: <c>ModelId</c> and <c>BedrockKey</c>. Another key or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockImages")</c>.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddBedrockImageGenerator(this IServiceCollection services, IConfiguration section) =>
        services.AddBedrockImageGenerator(section, ServiceLifetime.Singleton);

    /// <summary>Registers the image model that a configuration section names as the <see cref="IImageGenerator"/>.</summary>
    /// <remarks>Keys: <c>ModelId</c> and <c>BedrockKey</c>. Another key or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockImages")</c>.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddBedrockImageGenerator(
        this IServiceCollection services,
        IConfiguration section,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfImages);
        return services.AddImageGenerator(provider => FromSection(provider, read(provider)), lifetime);
    }

    /// <summary>Registers an image model as the <see cref="IImageGenerator"/> of a key.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="model">The model, such as <c>StableImageModels.Core11</c>.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddKeyedBedrockImageGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        object serviceKey,
        ImageModel<TRequest, TResponse> model,
        object? bedrockKey = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddKeyedImageGenerator(serviceKey, provider => BedrockAIServices.ClientOf(provider, bedrockKey).AsIImageGenerator(model), lifetime);
    }

    /// <summary>Registers the image model that a configuration section names as the <see cref="IImageGenerator"/> of a key.</summary>
    /// <remarks>Keys: <c>ModelId</c> and <c>BedrockKey</c>. Another key or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockImages")</c>.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddKeyedBedrockImageGenerator(this IServiceCollection services, object serviceKey, IConfiguration section) =>
        services.AddKeyedBedrockImageGenerator(serviceKey, section, ServiceLifetime.Singleton);

    /// <summary>Registers the image model that a configuration section names as the <see cref="IImageGenerator"/> of a key.</summary>
    /// <remarks>Keys: <c>ModelId</c> and <c>BedrockKey</c>. Another key or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockImages")</c>.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    [Experimental("MEAI001")]
    public static ImageGeneratorBuilder AddKeyedBedrockImageGenerator(
        this IServiceCollection services,
        object serviceKey,
        IConfiguration section,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfImages);
        return services.AddKeyedImageGenerator(serviceKey, provider => FromSection(provider, read(provider)), lifetime);
    }

    private static IImageGenerator FromSection(IServiceProvider provider, BedrockAISection section) =>
        BedrockAIServices.ClientOf(provider, section.BedrockKey).AsIImageGenerator(new ModelId(section.ModelId!));
}
