using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit;

/// <summary>A model that makes or changes images. Immutable and thread safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class ImageModel<TRequest, TResponse> : Model<TRequest, TResponse>, IImageModel
{
    /// <summary>Describes an image model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="createRequest">Builds a request from what all image models have in common; throws <see cref="ArgumentException"/> for a setting that the model cannot take.</param>
    /// <param name="readImages">Takes the images, and what kept any of them back, out of a response.</param>
    public ImageModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        Func<ImageInput, TRequest> createRequest,
        Func<TResponse, ImageResult> readImages)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(readImages);
        CreateRequest = createRequest;
        ReadImages = readImages;
        Capabilities = new ModelCapabilities { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Image };
    }

    /// <inheritdoc/>
    public int MaxImagesPerCall { get; init; } = 1;

    /// <summary>Builds a request from what all image models have in common.</summary>
    public Func<ImageInput, TRequest> CreateRequest { get; }

    /// <summary>Takes the images, and what kept any of them back, out of a response.</summary>
    public Func<TResponse, ImageResult> ReadImages { get; }

    /// <inheritdoc/>
    public override ImageModel<TRequest, TResponse> WithId(ModelId id) => (ImageModel<TRequest, TResponse>)CopyWith(id);

    /// <inheritdoc/>
    public override ImageModel<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}
