using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>An image model of Bedrock as an <see cref="IImageGenerator"/>. Thread-safe.</summary>
internal sealed class BedrockImageGenerator<TRequest, TResponse>(IBedrockClient client, ImageModel<TRequest, TResponse> model) : IImageGenerator
{
    private const int MaxCallsAtOnce = 8;

    private readonly CallObserver _observer = new(client);

    /// <inheritdoc/>
    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request,
        ImageGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageModel<TRequest, TResponse> called = string.IsNullOrEmpty(options?.ModelId) ? model
            : model.WithId(ModelFamilies.CheckImage(options.ModelId, model.Id));
        ImageResult result;
        if (options?.RawRepresentationFactory?.Invoke(this) is TRequest raw)
        {
            TResponse response = await client.InvokeAsync(called, raw, _observer.Options(null), cancellationToken).ConfigureAwait(false);
            result = called.ReadImages(response);
            result.Metadata = (response as BedrockResponse)?.Metadata;
        }
        else
        {
            result = await GenerateAsync(called, request, options, cancellationToken).ConfigureAwait(false);
        }

        return ToResponse(result);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ImageGeneratorMetadata) ? Metadata()
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

    private ImageGeneratorMetadata Metadata()
    {
        _observer.Watched();
        return new ImageGeneratorMetadata("aws.bedrock", _observer.Address, model.Id.Value);
    }

    /// <summary>As many calls as the images need, several at once.</summary>
    private async Task<ImageResult> GenerateAsync(
        ImageModel<TRequest, TResponse> called, ImageGenerationRequest request, ImageGenerationOptions? options, CancellationToken cancellationToken)
    {
        int count = options?.Count ?? 1;
        int most = called.MaxImagesPerCall;
        List<ImageInput> inputs = [BedrockImageInput.From(request, options, Math.Min(count, most), 0)];
        for (int made = most; made < count; made += most)
        {
            inputs.Add(BedrockImageInput.From(request, options, Math.Min(count - made, most), made));
        }

        var results = new ImageResult[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxCallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, inputs.Count, parallel, async (index, token) =>
            results[index] = await client.GenerateImagesAsync(called, inputs[index], _observer.Options(null), token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return results is [var only] ? only : Merge(results);
    }

    private static ImageResult Merge(ImageResult[] results) => new()
    {
        Status = results switch
        {
            _ when Array.TrueForAll(results, static result => result.Status == ImageStatus.Complete) => ImageStatus.Complete,
            _ when Array.Exists(results, static result => result.Status is ImageStatus.Complete or ImageStatus.Partial) => ImageStatus.Partial,
            _ when Array.Exists(results, static result => result.Status == ImageStatus.Filtered) => ImageStatus.Filtered,
            _ => ImageStatus.Failed,
        },

        // Blurred images beside good ones would be taken for answers.
        Images = [.. results.Where(result => result.Status is ImageStatus.Complete or ImageStatus.Partial
            || !Array.Exists(results, static other => other.Status is ImageStatus.Complete or ImageStatus.Partial)).SelectMany(result => result.Images)],
        Reasons = [.. results.SelectMany(result => result.Reasons)],
        Seeds = [.. results.SelectMany(result => result.Seeds)],
        Mask = results[0].Mask,
        Metadata = results[0].Metadata,
    };

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
