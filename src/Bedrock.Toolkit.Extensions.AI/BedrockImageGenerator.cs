using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>An image model of Bedrock as an <see cref="IImageGenerator"/>. Thread-safe.</summary>
internal sealed class BedrockImageGenerator<TRequest, TResponse>(IBedrockClient client, ImageModel<TRequest, TResponse> model) : IImageGenerator
{
    private readonly ImageGeneratorMetadata _metadata = new("aws.bedrock", defaultModelId: model.Id.Value);

    /// <inheritdoc/>
    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request,
        ImageGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageModel<TRequest, TResponse> called = string.IsNullOrEmpty(options?.ModelId) ? model : model.WithId(options.ModelId);
        ImageResult result;
        if (options?.RawRepresentationFactory?.Invoke(this) is TRequest raw)
        {
            TResponse response = await client.InvokeAsync(called, raw, cancellationToken: cancellationToken).ConfigureAwait(false);
            result = called.ReadImages(response);
            result.Metadata = (response as BedrockResponse)?.Metadata;
        }
        else
        {
            result = await client.GenerateImagesAsync(called, BedrockImageInput.From(request, options), cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }

        return ToResponse(result);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ImageGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : serviceType.IsInstanceOfType(model) ? model
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client belongs to the caller.
    }

    private static ImageGenerationResponse ToResponse(ImageResult result)
    {
        List<AIContent> contents = [];

        // Blurred images of a filter stand in the raw representation only: nobody should take them for an answer.
        if (result.Status is ImageStatus.Complete or ImageStatus.Partial)
        {
            contents.AddRange(result.Images.Select(image => new DataContent(image.Bytes, image.MediaType ?? "application/octet-stream")));
        }

        if (result.Status != ImageStatus.Complete)
        {
            string reason = result.Reasons.Count > 0 ? string.Join("; ", result.Reasons) : "The service gave no reason.";
            contents.Add(new ErrorContent(reason) { ErrorCode = result.Status.ToString() });
        }

        UsageDetails? usage = result.Metadata is { InputTokens: { } input } ? new UsageDetails { InputTokenCount = input } : null;
        return new ImageGenerationResponse(contents) { RawRepresentation = result, Usage = usage };
    }
}
