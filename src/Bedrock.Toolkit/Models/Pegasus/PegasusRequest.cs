namespace Bedrock.Toolkit.Models;

/// <summary>A question about one video.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html</remarks>
public sealed partial class PegasusRequest : BedrockObject
{
    /// <summary>The question.</summary>
    /// <value>Not blank; up to 2,000 tokens.</value>
    [JsonPropertyName("inputPrompt"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string InputPrompt { get; set; }

    /// <summary>The video.</summary>
    /// <value>Bytes, or a place in S3.</value>
    [JsonPropertyName("mediaSource"), JsonConverter(typeof(PegasusObjectConverter<PegasusMediaSource>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PegasusMediaSource MediaSource { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; 0.2 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The form of the answer.</summary>
    /// <value>Text by default; omitted when null.</value>
    [JsonPropertyName("responseFormat"), JsonConverter(typeof(PegasusObjectConverter<PegasusResponseFormat>))]
    public PegasusResponseFormat? ResponseFormat { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to 4,096; the default is unconfirmed; omitted when null.</value>
    [JsonPropertyName("maxOutputTokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxOutputTokens { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(PegasusObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A question about a video in S3.</summary>
    /// <param name="inputPrompt">The question.</param>
    /// <param name="videoUri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The request.</returns>
    public static PegasusRequest For(string inputPrompt, string videoUri, string? bucketOwner = null) =>
        new() { InputPrompt = inputPrompt, MediaSource = PegasusMediaSource.FromS3(videoUri, bucketOwner) };

    /// <summary>A question about a video whose bytes travel in the request.</summary>
    /// <param name="inputPrompt">The question.</param>
    /// <param name="video">The file's bytes, not base64.</param>
    /// <returns>The request.</returns>
    public static PegasusRequest For(string inputPrompt, ReadOnlyMemory<byte> video) =>
        new() { InputPrompt = inputPrompt, MediaSource = PegasusMediaSource.FromBytes(video) };
}

/// <summary>The form of the answer.</summary>
public sealed partial class PegasusResponseFormat : BedrockObject
{
    /// <summary>The kind of form.</summary>
    /// <value><c>json_schema</c>; public clients leave it out; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The schema that the answer must follow.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("jsonSchema"), JsonConverter(typeof(PegasusObjectConverter<PegasusJsonSchema>))]
    public PegasusJsonSchema? JsonSchema { get; set; }

    /// <summary>An answer in JSON that follows a schema.</summary>
    /// <param name="name">A name for the schema.</param>
    /// <param name="schema">The JSON schema.</param>
    /// <returns>The form.</returns>
    public static PegasusResponseFormat Json(string name, JsonElement schema) =>
        new() { Type = "json_schema", JsonSchema = new PegasusJsonSchema { Name = name, Schema = schema } };
}

/// <summary>The schema that the answer must follow.</summary>
public sealed partial class PegasusJsonSchema : BedrockObject
{
    /// <summary>A name for the schema.</summary>
    /// <value>By AWS's page; public clients leave it out; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The JSON schema.</summary>
    /// <value>Omitted when null; a schema that stands here without <c>name</c> and <c>schema</c> around it goes through
    /// <see cref="BedrockObject.AdditionalProperties"/>.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }
}

/// <summary>Where the video is: one of both members.</summary>
public sealed partial class PegasusMediaSource : BedrockObject
{
    /// <summary>The video's bytes, travelling in the request.</summary>
    /// <value>Plain bytes here, base64 only on the wire; up to about 18,800,000 bytes (25 MB as base64, other pages say 36 MB); the memory is not
    /// copied, so leave it unchanged until the call has begun; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Base64String { get; set; }

    /// <summary>The video in S3.</summary>
    /// <value>Up to 1 hour and 2 GB; omitted when null.</value>
    [JsonPropertyName("s3Location"), JsonConverter(typeof(PegasusObjectConverter<PegasusS3Location>))]
    public PegasusS3Location? S3Location { get; set; }

    /// <summary>Bytes that travel in the request.</summary>
    /// <param name="bytes">The file's bytes, not base64.</param>
    /// <returns>The source.</returns>
    public static PegasusMediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new() { Base64String = bytes };

    /// <summary>A video from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The source.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<PegasusMediaSource> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>A video in S3.</summary>
    /// <param name="uri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The source.</returns>
    public static PegasusMediaSource FromS3(string uri, string? bucketOwner = null) =>
        new() { S3Location = new PegasusS3Location { Uri = uri, BucketOwner = bucketOwner } };
}

/// <summary>A video in S3 that the service reads itself.</summary>
public sealed partial class PegasusS3Location : BedrockObject
{
    /// <summary>The address of the object.</summary>
    /// <value><c>s3://bucket/key</c>.</value>
    [JsonPropertyName("uri"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Uri { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    /// <value>12 digits; needed for a bucket of another account (unconfirmed); omitted when null.</value>
    [JsonPropertyName("bucketOwner")]
    public string? BucketOwner { get; set; }
}
