using System.ComponentModel;
using Bedrock.Toolkit;
using Microsoft.Extensions.AI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers models of Bedrock as services of Microsoft.Extensions.AI, over the client that <c>AddBedrock</c> registers. Stateless.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockAIServiceCollectionExtensions
{
    /// <summary>Registers a model as the <see cref="IChatClient"/>.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="model">The model when <c>ChatOptions.ModelId</c> names none.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <returns>The builder, for <c>UseFunctionInvocation</c>, <c>UseOpenTelemetry</c> and so on.</returns>
    public static ChatClientBuilder AddBedrockChatClient(this IServiceCollection services, ModelId model, Action<BedrockChatClientOptions>? configure = null,
        string? bedrockKey = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddChatClient(provider => CreateChatClient(provider, model, configure, bedrockKey));
    }

    /// <summary>Registers a model as the <see cref="IChatClient"/> of a key, for several models in one host.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the chat client.</param>
    /// <param name="model">The model when <c>ChatOptions.ModelId</c> names none.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <returns>The builder.</returns>
    public static ChatClientBuilder AddKeyedBedrockChatClient(
        this IServiceCollection services,
        object serviceKey,
        ModelId model,
        Action<BedrockChatClientOptions>? configure = null,
        string? bedrockKey = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        return services.AddKeyedChatClient(serviceKey, provider => CreateChatClient(provider, model, configure, bedrockKey));
    }

    /// <summary>Registers an embedding model as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddBedrockEmbeddingGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions = null,
        string? bedrockKey = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddEmbeddingGenerator(provider => ClientOf(provider, bedrockKey).AsIEmbeddingGenerator(model, defaultDimensions));
    }

    /// <summary>Registers an embedding model as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts of a key.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="services">The services, where <c>AddBedrock</c> registers the client, before or after.</param>
    /// <param name="serviceKey">The key of the generator.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <returns>The builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddKeyedBedrockEmbeddingGenerator<TRequest, TResponse>(
        this IServiceCollection services,
        object serviceKey,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions = null,
        string? bedrockKey = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(model);
        return services.AddKeyedEmbeddingGenerator(serviceKey, provider => ClientOf(provider, bedrockKey).AsIEmbeddingGenerator(model, defaultDimensions));
    }

    private static IChatClient CreateChatClient(IServiceProvider provider, ModelId model, Action<BedrockChatClientOptions>? configure, string? bedrockKey)
    {
        var options = new BedrockChatClientOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
        configure?.Invoke(options);
        return ClientOf(provider, bedrockKey).AsIChatClient(model, options);
    }

    private static IBedrockClient ClientOf(IServiceProvider provider, string? key) => key is null
        ? provider.GetService<IBedrockClient>() ?? throw new InvalidOperationException("No IBedrockClient is registered: call services.AddBedrock(...) too.")
        : provider.GetKeyedService<IBedrockClient>(key)
            ?? throw new InvalidOperationException($"No IBedrockClient is registered with the key '{key}': call services.AddKeyedBedrock(\"{key}\", ...) too.");
}
