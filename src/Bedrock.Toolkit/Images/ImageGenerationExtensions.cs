namespace Bedrock.Toolkit;

/// <summary>Images in terms that fit every image model. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ImageGenerationExtensions
{
    /// <summary>Makes images with any image model.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model.</param>
    /// <param name="input">What to make; a text alone will do. A model whose settings this does not cover is called with its own request by
    /// <c>InvokeAsync</c>.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The images; what a content filter kept back is told by <see cref="ImageResult.Status"/> and <see cref="ImageResult.Reasons"/>.</returns>
    /// <exception cref="ArgumentException">The model cannot take a setting; the message names it and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ImageResult> GenerateImagesAsync<TRequest, TResponse>(
        this IBedrockClient client,
        ImageModel<TRequest, TResponse> model,
        ImageInput input,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        Check(input, model.Id, model.MaxImagesPerCall);
        TResponse response = await client.InvokeAsync(model, model.CreateRequest(input), options, cancellationToken).ConfigureAwait(false);
        ImageResult result = model.ReadImages(response);
        result.Metadata = (response as BedrockResponse)?.Metadata;
        return result;
    }

    /// <inheritdoc cref="GenerateImagesAsync{TRequest, TResponse}(IBedrockClient, ImageModel{TRequest, TResponse}, ImageInput, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ImageResult> GenerateImagesAsync<TRequest, TResponse>(
        this IBedrockClient client,
        ImageModel<TRequest, TResponse> model,
        ImageInput input,
        CancellationToken cancellationToken) =>
        client.GenerateImagesAsync(model, input, null, cancellationToken);

    private static void Check(ImageInput input, ModelId model, int mostImages)
    {
        if (input.Count < 1 || input.Count > mostImages)
        {
            throw new ArgumentException($"Count is {input.Count}, but {model} makes 1 to {mostImages} images in a call.", nameof(input));
        }

        for (int i = 0; i < input.Images.Count; i++)
        {
            ImageChecks.Require(input.Images[i], $"Images[{i}]");
        }

        if (input.Strength is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentException($"Strength is {input.Strength}; it must be 0 to 1.", nameof(input));
        }

        if (input.Strength is not null && input.Images.Count == 0)
        {
            throw new ArgumentException("Strength needs a source image in Images.", nameof(input));
        }

        if (input.Mask is not null && input.Images.Count != 1)
        {
            throw new ArgumentException($"Mask needs exactly one source image, but Images holds {input.Images.Count}.", nameof(input));
        }

        ImageChecks.AcceptMask(input.Mask, "Mask", input.Images.Count == 1 ? input.Images[0] : null);
    }
}
