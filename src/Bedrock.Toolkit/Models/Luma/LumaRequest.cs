namespace Bedrock.Toolkit.Models;

/// <summary>A video for Luma Ray 2 to make: the model input of an asynchronous call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed partial class LumaRequest : BedrockObject
{
    /// <summary>What the video shows.</summary>
    /// <value>1 to 5,000 characters.</value>
    [JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Prompt { get; set; }

    /// <summary>Width to height.</summary>
    /// <value>Default unconfirmed; omitted when null.</value>
    [JsonPropertyName("aspect_ratio")]
    public LumaAspectRatio? AspectRatio { get; set; }

    /// <summary>Whether the end runs into the beginning.</summary>
    /// <value>Default unconfirmed; omitted when null.</value>
    [JsonPropertyName("loop")]
    public bool? Loop { get; set; }

    /// <summary>The length.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("duration")]
    public LumaDuration? Duration { get; set; }

    /// <summary>The height.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("resolution")]
    public LumaResolution? Resolution { get; set; }

    /// <summary>The images that the video begins and ends with.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("keyframes"), JsonConverter(typeof(LumaObjectConverter<LumaKeyframes>))]
    public LumaKeyframes? Keyframes { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="prompt">What the video shows.</param>
    /// <returns>The request.</returns>
    public static LumaRequest For(string prompt) => new() { Prompt = prompt };
}

/// <summary>The images that a video begins and ends with.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed partial class LumaKeyframes : BedrockObject
{
    /// <summary>The first image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("frame0"), JsonConverter(typeof(LumaObjectConverter<LumaKeyframe>))]
    public LumaKeyframe? Frame0 { get; set; }

    /// <summary>The last image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("frame1"), JsonConverter(typeof(LumaObjectConverter<LumaKeyframe>))]
    public LumaKeyframe? Frame1 { get; set; }
}

/// <summary>An image that the video begins or ends with.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed partial class LumaKeyframe : BedrockObject
{
    /// <summary>The kind of keyframe.</summary>
    /// <value><c>image</c>, the only one documented; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(LumaObjectConverter<LumaImageSource>))]
    public LumaImageSource? Source { get; set; }

    /// <summary>A picture.</summary>
    /// <param name="image">The image; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator LumaKeyframe?(BedrockImage? image) => image is null ? null : For(image);

    /// <summary>A picture from its bytes.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <returns>The keyframe.</returns>
    public static LumaKeyframe FromBytes(ReadOnlyMemory<byte> bytes) => For(new BedrockImage(bytes));

    /// <summary>A picture from a file.</summary>
    /// <param name="path">The file; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The keyframe.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<LumaKeyframe> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        For(await BedrockImage.FromFileAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>A keyframe of an image.</summary>
    /// <param name="image">JPEG or PNG, 512 x 512 to 4,096 x 4,096 pixels.</param>
    /// <returns>The keyframe.</returns>
    public static LumaKeyframe For(BedrockImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new() { Type = "image", Source = new LumaImageSource { Type = "base64", MediaType = image.MediaType, Image = image } };
    }
}

/// <summary>The bytes of a keyframe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed partial class LumaImageSource : BedrockObject
{
    /// <summary>The kind of source.</summary>
    /// <value><c>base64</c>, the only one documented; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The media type.</summary>
    /// <value><c>image/jpeg</c> or <c>image/png</c>; omitted when null.</value>
    [JsonPropertyName("media_type")]
    public string? MediaType { get; set; }

    /// <summary>The image.</summary>
    /// <value>512 x 512 to 4,096 x 4,096 pixels; omitted when null.</value>
    [JsonPropertyName("data")]
    public BedrockImage? Image { get; set; }
}
