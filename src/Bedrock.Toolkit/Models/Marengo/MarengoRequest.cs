namespace Bedrock.Toolkit.Models;

/// <summary>One input for Marengo Embed 3.0; the member that holds it has the name of the input type.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoRequest : BedrockObject
{
    /// <summary>What is embedded.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("inputType")]
    public required MarengoInputType InputType { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(MarengoObjectConverter<MarengoTextInput>))]
    public MarengoTextInput? Text { get; set; }

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(MarengoObjectConverter<MarengoImageInput>))]
    public MarengoImageInput? Image { get; set; }

    /// <summary>The text and the image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text_image"), JsonConverter(typeof(MarengoObjectConverter<MarengoTextImageInput>))]
    public MarengoTextImageInput? TextImage { get; set; }

    /// <summary>The sound; only in an asynchronous call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaInput>))]
    public MarengoMediaInput? Audio { get; set; }

    /// <summary>The video; only in an asynchronous call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaInput>))]
    public MarengoMediaInput? Video { get; set; }

    /// <summary>The text and the images that it refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multi_input"), JsonConverter(typeof(MarengoObjectConverter<MarengoMultiInput>))]
    public MarengoMultiInput? MultiInput { get; set; }

    /// <summary>An id of the caller.</summary>
    /// <value>Unconfirmed: from an AWS notebook; omitted when null.</value>
    [JsonPropertyName("inferenceId")]
    public string? InferenceId { get; set; }

    /// <summary>A request with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The request.</returns>
    public static MarengoRequest For(string text) => new() { InputType = MarengoInputType.Text, Text = new() { InputText = text } };

    /// <summary>A request with an image.</summary>
    /// <param name="image">Where the image comes from.</param>
    /// <returns>The request.</returns>
    public static MarengoRequest For(MarengoMediaSource image) => new() { InputType = MarengoInputType.Image, Image = new() { MediaSource = image } };
}

/// <summary>A text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoTextInput : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Up to 500 tokens; not blank.</value>
    [JsonPropertyName("inputText"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string InputText { get; set; }
}

/// <summary>An image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoImageInput : BedrockObject
{
    /// <summary>The content.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("mediaSource"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required MarengoMediaSource MediaSource { get; set; }
}

/// <summary>A text that refers to several images; all become one vector.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoMultiInput : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Up to 500 tokens, the places <c>&lt;@name&gt;</c> included; omitted when null.</value>
    [JsonPropertyName("inputText")]
    public string? InputText { get; set; }

    /// <summary>The images.</summary>
    /// <value>At least one; empty by default.</value>
    [JsonPropertyName("mediaSources"), JsonConverter(typeof(MarengoListConverter<MarengoNamedSource>)), AllowNull]
    public IList<MarengoNamedSource> MediaSources { get; set => field = value ?? []; } = [];
}

/// <summary>A text and an image that become one vector.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoTextImageInput : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Up to 500 tokens; not blank.</value>
    [JsonPropertyName("inputText"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string InputText { get; set; }

    /// <summary>The content.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("mediaSource"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required MarengoMediaSource MediaSource { get; set; }
}

/// <summary>One image of an input of several.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoNamedSource : BedrockObject
{
    /// <summary>The name by which the text refers to it, as <c>&lt;@name&gt;</c>.</summary>
    /// <value>Needed when the text refers to it; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of content.</summary>
    /// <value><c>image</c> by default, the only one documented.</value>
    [JsonPropertyName("mediaType"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string MediaType { get; set; } = "image";

    /// <summary>The bytes of the image.</summary>
    /// <value>Up to 5 MB; this or <see cref="S3Location"/>; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(MarengoObjectConverter<MarengoS3Location>))]
    public MarengoS3Location? S3Location { get; set; }
}

/// <summary>Sound or a video; asynchronous only.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoMediaInput : BedrockObject
{
    /// <summary>The content.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("mediaSource"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required MarengoMediaSource MediaSource { get; set; }

    /// <summary>Where to begin.</summary>
    /// <value>In seconds, 0 or more; the service takes 0 when it is missing; omitted when null.</value>
    [JsonPropertyName("startSec")]
    public double? StartSec { get; set; }

    /// <summary>Where to end.</summary>
    /// <value>In seconds; the service takes the end of the content when it is missing; omitted when null.</value>
    [JsonPropertyName("endSec")]
    public double? EndSec { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("segmentation"), JsonConverter(typeof(MarengoObjectConverter<MarengoSegmentation>))]
    public MarengoSegmentation? Segmentation { get; set; }

    /// <summary>The sides of the content to embed.</summary>
    /// <value>The service takes all when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingOption"), JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingOption>))]
    public IList<MarengoEmbeddingOption>? EmbeddingOption { get; set; }

    /// <summary>Whether the sides get vectors of their own.</summary>
    /// <value>The service takes <c>separate_embedding</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingType"), JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingType>))]
    public IList<MarengoEmbeddingType>? EmbeddingType { get; set; }

    /// <summary>What the vectors stand for.</summary>
    /// <value>The default is unconfirmed; omitted when null.</value>
    [JsonPropertyName("embeddingScope"), JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingScope>))]
    public IList<MarengoEmbeddingScope>? EmbeddingScope { get; set; }
}

/// <summary>How sound or video is cut into segments.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoSegmentation : BedrockObject
{
    /// <summary>The method.</summary>
    /// <value>The service takes <c>dynamic</c> for video and <c>fixed</c> for sound when it is missing; omitted when null.</value>
    [JsonPropertyName("method")]
    public MarengoSegmentationMethod? Method { get; set; }

    /// <summary>Settings of the dynamic method.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("dynamic"), JsonConverter(typeof(MarengoObjectConverter<MarengoDynamicSegmentation>))]
    public MarengoDynamicSegmentation? Dynamic { get; set; }

    /// <summary>Settings of the fixed method.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("fixed"), JsonConverter(typeof(MarengoObjectConverter<MarengoFixedSegmentation>))]
    public MarengoFixedSegmentation? Fixed { get; set; }
}

/// <summary>Segments that follow the scenes.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoDynamicSegmentation : BedrockObject
{
    /// <summary>The shortest segment.</summary>
    /// <value>1 to 5 seconds; the service takes 4 when it is missing; omitted when null.</value>
    [JsonPropertyName("minDurationSec"), JsonConverter(typeof(CountConverter))]
    public int? MinDurationSec { get; set; }
}

/// <summary>Segments of a fixed length.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoFixedSegmentation : BedrockObject
{
    /// <summary>The length of a segment.</summary>
    /// <value>1 to 10 seconds; the service takes 6 when it is missing; omitted when null.</value>
    [JsonPropertyName("durationSec"), JsonConverter(typeof(CountConverter))]
    public int? DurationSec { get; set; }
}

/// <summary>Where content comes from: exactly one of bytes and S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoMediaSource : BedrockObject
{
    /// <summary>The bytes of the content.</summary>
    /// <value>An image up to 5 MB, other content within the body of 25 MB; base64 only on the wire; not copied, so leave them unchanged until the call
    /// has begun; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(MarengoObjectConverter<MarengoS3Location>))]
    public MarengoS3Location? S3Location { get; set; }

    /// <summary>Content from its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The source.</returns>
    public static MarengoMediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The source.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<MarengoMediaSource> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Content that is an image.</summary>
    /// <param name="image">The image; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator MarengoMediaSource?(BedrockImage? image) => image is null ? null : FromBytes(image.Bytes);

    /// <summary>Content of a file in S3.</summary>
    /// <param name="uri">The address, beginning with <c>s3://</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits; the caller's when null.</param>
    /// <returns>The source.</returns>
    public static MarengoMediaSource FromS3(string uri, string? bucketOwner = null) => new() { S3Location = new() { Uri = uri, BucketOwner = bucketOwner } };
}

/// <summary>A file in S3.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoS3Location : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value>Begins with <c>s3://</c>.</value>
    [JsonPropertyName("uri"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
