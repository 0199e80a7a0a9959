using Bedrock.Toolkit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>Embedding models.</content>
public static partial class BedrockAIServiceCollectionExtensions
{
    /// <summary>Registers an embedding model as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="configure">Sets options, such as the purpose.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddBedrockEmbeddingGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions = null,
        object? bedrockKey = null,
        Action<BedrockEmbeddingGeneratorOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddEmbeddingGenerator(provider =>
            {
                BedrockEmbeddingGeneratorOptions options = BedrockAIServices.Embeddings(provider, null);
                options.Dimensions = defaultDimensions;
                configure?.Invoke(options);
                return BedrockAIServices.ClientOf(provider, bedrockKey).AsIEmbeddingGenerator(model, options);
            },
            lifetime);
    }

    /// <summary>Registers the embedding model that a configuration section names as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of
    /// texts.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>Dimensions</c>, <c>Purpose</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key
    /// that is unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockEmbeddings")</c>.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddBedrockEmbeddingGenerator(this IServiceCollection services, IConfiguration section) =>
        services.AddBedrockEmbeddingGenerator(section, null, ServiceLifetime.Singleton);

    /// <summary>Registers the embedding model that a configuration section names as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of
    /// texts.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>Dimensions</c>, <c>Purpose</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key
    /// that is unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockEmbeddings")</c>.</param>
    /// <param name="configure">Sets options, after the section; null for none.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddBedrockEmbeddingGenerator(
        this IServiceCollection services,
        IConfiguration section,
        Action<BedrockEmbeddingGeneratorOptions>? configure,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfEmbeddings);
        return services.AddEmbeddingGenerator(provider => FromSection(provider, read(provider), configure), lifetime);
    }

    /// <summary>Registers an embedding model as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts of a key.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="configure">Sets options, such as the purpose.</param>
    /// <param name="lifetime">How long it lives; a singleton by default, which is right as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddKeyedBedrockEmbeddingGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        object serviceKey,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions = null,
        object? bedrockKey = null,
        Action<BedrockEmbeddingGeneratorOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddKeyedEmbeddingGenerator(serviceKey, provider =>
            {
                BedrockEmbeddingGeneratorOptions options = BedrockAIServices.Embeddings(provider, null);
                options.Dimensions = defaultDimensions;
                configure?.Invoke(options);
                return BedrockAIServices.ClientOf(provider, bedrockKey).AsIEmbeddingGenerator(model, options);
            },
            lifetime);
    }

    /// <summary>Registers the embedding model that a configuration section names as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of
    /// texts of a key.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>Dimensions</c>, <c>Purpose</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key
    /// that is unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockEmbeddings")</c>.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddKeyedBedrockEmbeddingGenerator(
        this IServiceCollection services, object serviceKey, IConfiguration section) =>
        services.AddKeyedBedrockEmbeddingGenerator(serviceKey, section, null, ServiceLifetime.Singleton);

    /// <summary>Registers the embedding model that a configuration section names as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of
    /// texts of a key.</summary>
    /// <remarks>Keys: <c>ModelId</c>; <c>BedrockKey</c>, <c>Dimensions</c>, <c>Purpose</c> and settings of the calls as in <c>docs/extensions-ai.md</c>. A key
    /// that is unknown or a value that cannot be read stops the host when it starts.</remarks>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("BedrockEmbeddings")</c>.</param>
    /// <param name="configure">Sets options, after the section; null for none.</param>
    /// <param name="lifetime">How long it lives; a singleton is right, as it is thread-safe.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddKeyedBedrockEmbeddingGenerator(
        this IServiceCollection services,
        object serviceKey,
        IConfiguration section,
        Action<BedrockEmbeddingGeneratorOptions>? configure,
        ServiceLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        Func<IServiceProvider, BedrockAISection> read = BedrockAIServices.Read(services, section, BedrockAISection.KeysOfEmbeddings);
        return services.AddKeyedEmbeddingGenerator(serviceKey, provider => FromSection(provider, read(provider), configure), lifetime);
    }

    private static IEmbeddingGenerator<string, Embedding<float>> FromSection(
        IServiceProvider provider, BedrockAISection section, Action<BedrockEmbeddingGeneratorOptions>? configure) =>
        BedrockAIServices.ClientOf(provider, section.BedrockKey)
            .AsIEmbeddingGenerator(new ModelId(section.ModelId!), BedrockAIServices.Embeddings(provider, configure, section));
}
