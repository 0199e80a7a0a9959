namespace Bedrock.Toolkit.Models;

/// <summary>A video for Nova Reel to make: the model input of an asynchronous call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelRequest : BedrockObject
{
    /// <summary>What to do.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("taskType")]
    public NovaReelTaskType TaskType { get; set; }

    /// <summary>The parameters of <c>TEXT_VIDEO</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textToVideoParams"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelTextToVideo>))]
    public NovaReelTextToVideo? TextToVideoParams { get; set; }

    /// <summary>The parameters of <c>MULTI_SHOT_AUTOMATED</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multiShotAutomatedParams"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelMultiShotAutomated>))]
    public NovaReelMultiShotAutomated? MultiShotAutomatedParams { get; set; }

    /// <summary>The parameters of <c>MULTI_SHOT_MANUAL</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multiShotManualParams"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelMultiShotManual>))]
    public NovaReelMultiShotManual? MultiShotManualParams { get; set; }

    /// <summary>How long and how large the video is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("videoGenerationConfig"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelVideoConfig>))]
    public NovaReelVideoConfig? VideoGenerationConfig { get; set; }

    /// <summary>A request for six seconds of video from a text.</summary>
    /// <param name="text">What the video shows.</param>
    /// <returns>The request.</returns>
    public static NovaReelRequest For(string text) => new()
    {
        TaskType = NovaReelTaskType.TextToVideo,
        TextToVideoParams = new NovaReelTextToVideo { Text = text },
        VideoGenerationConfig = new NovaReelVideoConfig { DurationSeconds = 6, Fps = 24, Dimension = "1280x720" },
    };
}

/// <summary>Several shots that the model plans itself.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelMultiShotAutomated : BedrockObject
{
    /// <summary>What the video shows.</summary>
    /// <value>1 to 4,000 characters.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }
}

/// <summary>Several shots, each with its own text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelMultiShotManual : BedrockObject
{
    /// <summary>The shots, in order.</summary>
    /// <value>2 minutes at most, so up to 20.</value>
    [JsonPropertyName("shots"), JsonConverter(typeof(NovaReelListConverter<NovaReelShot>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<NovaReelShot> Shots { get; set; }
}

/// <summary>One shot of six seconds.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelShot : BedrockObject
{
    /// <summary>What the shot shows.</summary>
    /// <value>1 to 512 characters.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    /// <summary>The first image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelImage>))]
    public NovaReelImage? Image { get; set; }
}

/// <summary>One shot of six seconds.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelTextToVideo : BedrockObject
{
    /// <summary>What the video shows.</summary>
    /// <value>1 to 512 characters.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    /// <summary>The first image.</summary>
    /// <value>Exactly one; omitted when null.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(NovaReelListConverter<NovaReelImage>))]
    public IList<NovaReelImage>? Images { get; set; }
}

/// <summary>How long and how large a video is.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelVideoConfig : BedrockObject
{
    /// <summary>The length.</summary>
    /// <value>6; for automated shots a multiple of 6 from 12 to 120; not for manual shots; omitted when null.</value>
    [JsonPropertyName("durationSeconds"), JsonConverter(typeof(CountConverter))]
    public int? DurationSeconds { get; set; }

    /// <summary>Frames a second.</summary>
    /// <value>24, the only value taken; omitted when null.</value>
    [JsonPropertyName("fps"), JsonConverter(typeof(CountConverter))]
    public int? Fps { get; set; }

    /// <summary>Width and height.</summary>
    /// <value><c>1280x720</c>, the only value taken; omitted when null.</value>
    [JsonPropertyName("dimension")]
    public string? Dimension { get; set; }

    /// <summary>Makes the same request give the same video.</summary>
    /// <value>0 to 2,147,483,646; 42 by default; omitted when null.</value>
    [JsonPropertyName("seed"), JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }
}

/// <summary>The first image of a shot.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelImage : BedrockObject
{
    /// <summary>The file format.</summary>
    /// <value><c>png</c> or <c>jpeg</c>; required.</value>
    [JsonPropertyName("format")]
    public NovaReelImageFormat Format { get; set; }

    /// <summary>Where the image is.</summary>
    /// <value>1280 x 720 pixels, 8 bits a channel, no transparent pixels.</value>
    [JsonPropertyName("source"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelImageSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required NovaReelImageSource Source { get; set; }

    /// <summary>An image.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no image.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator NovaReelImage?(BedrockImage? image) => image is null ? null : FromBytes(image.Bytes);

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">A PNG or JPEG file.</param>
    /// <param name="format">The format; read from the bytes when null.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no image, or of another format than <paramref name="format"/> says.</exception>
    public static NovaReelImage FromBytes(ReadOnlyMemory<byte> bytes, NovaReelImageFormat? format = null) => new()
    {
        Format = new NovaReelImageFormat(MediaNames.Choose(MediaClass.Image, bytes.Span, format?.Value)),
        Source = new NovaReelImageSource { Image = new BedrockImage(bytes) },
    };

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The file is empty, or no image.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<NovaReelImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>An image in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="format">The format; read from the ending of the address when null.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The ending of the address is unknown and there is no format.</exception>
    public static NovaReelImage FromS3(string uri, NovaReelImageFormat? format = null, string? bucketOwner = null) => new()
    {
        Format = new NovaReelImageFormat(MediaNames.ChooseByName(MediaClass.Image, uri, format?.Value)),
        Source = new NovaReelImageSource { S3Location = new NovaReelS3Location { Uri = uri, BucketOwner = bucketOwner } },
    };
}

/// <summary>Where an image is: exactly one of the members.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelImageSource : BedrockObject
{
    /// <summary>The image itself.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("bytes")]
    public BedrockImage? Image { get; set; }

    /// <summary>The image in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(NovaReelObjectConverter<NovaReelS3Location>))]
    public NovaReelS3Location? S3Location { get; set; }
}

/// <summary>An image in S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed partial class NovaReelS3Location : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value><c>s3://bucket/key</c>; up to 25 MB.</value>
    [JsonPropertyName("uri"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
