using System.ComponentModel;
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
        int? defaultDimensions = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        return new BedrockEmbeddingGenerator<string, TRequest, TResponse>(client, model, defaultDimensions, TimeProvider.System);
    }

    /// <summary>An embedding model that takes images as a generator of vectors for texts and images: <see cref="TextContent"/> and
    /// <see cref="DataContent"/>, also mixed.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">A model that takes images, such as <c>TitanModels.EmbedImageV1</c>.</param>
    /// <param name="defaultDimensions">The length of the vectors when the options name none; the model's default when null.</param>
    /// <returns>The generator; it also is an <c>IEmbeddingGenerator&lt;DataContent, Embedding&lt;float&gt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The model takes only texts.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> AsIContentEmbeddingGenerator<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        int? defaultDimensions = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        return model.MaxImagesPerCall > 0
            ? new BedrockEmbeddingGenerator<AIContent, TRequest, TResponse>(client, model, defaultDimensions, TimeProvider.System)
            : throw new ArgumentException($"{model.Id} takes only texts: use AsIEmbeddingGenerator.", nameof(model));
    }
}
