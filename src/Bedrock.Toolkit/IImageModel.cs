namespace Bedrock.Toolkit;

/// <summary>What every image model says of itself, whatever its JSON is.</summary>
public interface IImageModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many images one call can make.</summary>
    /// <value>1 or more.</value>
    int MaxImagesPerCall { get; }
}
