using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Embedding models of Bedrock for Microsoft.Extensions.AI. Thread-safe.</summary>
/// <remarks>
/// Texts and images are put into as few calls as the model needs, several at once. <c>AdditionalProperties["Purpose"]</c> of the options takes an
/// <see cref="EmbeddingPurpose"/> or its name; <c>RawRepresentationFactory</c> may give the model's own request, which then is the one call.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockEmbeddingGeneratorExtensions
{
    /// <summary>An embedding model as a generator of vectors for texts.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <returns>The generator.</returns>
    public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions) =>
        client.AsIEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions { Dimensions = defaultDimensions });

    /// <summary>An embedding model as a generator of vectors for texts, with settings.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="options">Settings, such as <c>new() { Purpose = EmbeddingPurpose.Query }</c>; the defaults when null.</param>
    /// <returns>The generator.</returns>
    [OverloadResolutionPriority(1)]
    public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        BedrockEmbeddingGeneratorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        return new BedrockEmbeddingGenerator<string, TRequest, TResponse>(client, model, options ?? new BedrockEmbeddingGeneratorOptions());
    }

    /// <summary>An embedding model by its id, which may come from configuration, as a generator of vectors for texts.</summary>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">An id, a profile or an ARN that shows the model.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The generator; where the model takes images, it takes them too, as an
    /// <c>IEmbeddingGenerator&lt;AIContent, Embedding&lt;float&gt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The id shows no embedding model that this version knows.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator(
        this IBedrockClient client,
        ModelId model,
        BedrockEmbeddingGeneratorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ModelFamilies.Embedding(client, model, options ?? new BedrockEmbeddingGeneratorOptions());
    }

    /// <summary>An embedding model that takes images as a generator of vectors for texts and images: <see cref="TextContent"/> and
    /// <see cref="DataContent"/>, also mixed.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">A model that takes images, such as <c>TitanModels.EmbedImageV1</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <returns>The generator; it also is one of <see cref="DataContent"/> and one of texts alone, <c>IEmbeddingGenerator&lt;string,
    /// Embedding&lt;float&gt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The model takes only texts.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions) =>
        client.AsIContentEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions { Dimensions = defaultDimensions });

    /// <summary>An embedding model that takes images as a generator of vectors for texts and images, with settings.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">A model that takes images, such as <c>TitanModels.EmbedImageV1</c>.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The generator; it also is one of <see cref="DataContent"/> and one of texts alone, <c>IEmbeddingGenerator&lt;string,
    /// Embedding&lt;float&gt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The model takes only texts.</exception>
    [OverloadResolutionPriority(1)]
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        BedrockEmbeddingGeneratorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        return model.MaxImagesPerCall > 0
            ? new BedrockContentEmbeddingGenerator<TRequest, TResponse>(client, model, options ?? new BedrockEmbeddingGeneratorOptions())
            : throw new ArgumentException($"{model.Id} takes only texts: use AsIEmbeddingGenerator.", nameof(model));
    }

    /// <summary>An embedding model that takes images, by its id, as a generator of vectors for texts and images.</summary>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">An id, a profile or an ARN that shows the model.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">The id shows no embedding model that this version knows and that takes images.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator(
        this IBedrockClient client,
        ModelId model,
        BedrockEmbeddingGeneratorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ModelFamilies.Contents(client, model, options ?? new BedrockEmbeddingGeneratorOptions());
    }

    /// <summary>An embedding model by its id, with its own defaults, as a generator of vectors for texts.</summary>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">An id, a profile or an ARN that shows the model.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">The id shows no embedding model that this version knows.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator(this IBedrockClient client, ModelId model) =>
        client.AsIEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions());

    /// <summary>An embedding model that takes images, by its id, with its own defaults, as a generator of vectors for texts and images.</summary>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">An id, a profile or an ARN that shows the model.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">The id shows no embedding model that this version knows and that takes images.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator(this IBedrockClient client, ModelId model) =>
        client.AsIContentEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions());

    /// <summary>An embedding model with its own defaults as a generator of vectors for texts.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <returns>The generator.</returns>
    public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model) =>
        client.AsIEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions());

    /// <summary>An embedding model that takes images, with its own defaults, as a generator of vectors for texts and images.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">A model that takes images, such as <c>TitanModels.EmbedImageV1</c>.</param>
    /// <returns>The generator; it also is one of <see cref="DataContent"/> and one of texts alone, <c>IEmbeddingGenerator&lt;string,
    /// Embedding&lt;float&gt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The model takes only texts.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model) =>
        client.AsIContentEmbeddingGenerator(model, new BedrockEmbeddingGeneratorOptions());
}
