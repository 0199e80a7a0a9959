using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Image models of Bedrock for Microsoft.Extensions.AI. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockImageGeneratorExtensions
{
    /// <summary>An image model as an <see cref="IImageGenerator"/>.</summary>
    /// <remarks>
    /// <c>AdditionalProperties</c> of the options takes <c>NegativePrompt</c> (a string), <c>Seed</c> (an integer), <c>Strength</c> (0 to
    /// 1: how far an edit may move from its source) and <c>Mask</c> (a <see cref="DataContent"/>); more images than a call makes take several calls.
    /// <c>RawRepresentationFactory</c> may give the model's own request. What a content filter kept back is an
    /// <see cref="ErrorContent"/> whose code is <c>Filtered</c>, <c>Partial</c> or <c>Failed</c>. The raw representation of a response is an
    /// <see cref="ImageResult"/>.
    /// </remarks>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">The model.</param>
    /// <returns>The generator.</returns>
    [Experimental("MEAI001")]
    public static IImageGenerator AsIImageGenerator<TRequest, TResponse>(this IBedrockClient client, ImageModel<TRequest, TResponse> model)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        return new BedrockImageGenerator<TRequest, TResponse>(client, model);
    }

    /// <summary>An image model by its id, which may come from configuration, as an <see cref="IImageGenerator"/>.</summary>
    /// <param name="client">The client; it stays the caller's and is not disposed by the generator.</param>
    /// <param name="model">An id, a profile or an ARN that shows the model: Titan Image, Nova Canvas, Stable Diffusion, Stable Image Core or Ultra.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">The id shows no image model that this version knows.</exception>
    [Experimental("MEAI001")]
    public static IImageGenerator AsIImageGenerator(this IBedrockClient client, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ModelFamilies.Image(client, model);
    }
}
