using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>An embedding model of Bedrock for texts and images, also as a generator of texts alone: a search by text among images needs both.
/// Thread-safe.</summary>
/// <typeparam name="TRequest">The model's request.</typeparam>
/// <typeparam name="TResponse">The model's response.</typeparam>
internal sealed class BedrockContentEmbeddingGenerator<TRequest, TResponse>(
    IBedrockClient client,
    EmbeddingModel<TRequest, TResponse> model,
    BedrockEmbeddingGeneratorOptions settings)
    : BedrockEmbeddingGenerator<AIContent, TRequest, TResponse>(client, model, settings), IEmbeddingGenerator<string, Embedding<float>>
{
    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return GenerateItemsAsync(values, options, cancellationToken);
    }
}
