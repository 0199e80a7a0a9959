namespace Bedrock.Toolkit.Models;

/// <summary>The images of Titan Image Generator or Nova Canvas.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed partial class AmazonImageResponse : BedrockResponse
{
    /// <summary>The images that were not blocked.</summary>
    /// <value>Fewer than asked for when some were blocked; never null, empty by default.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(AmazonImageListConverter<BedrockImage>)), AllowNull]
    public IList<BedrockImage> Images { get; set => field = value ?? []; } = [];

    /// <summary>The mask, when it was asked for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("maskImage")]
    public BedrockImage? MaskImage { get; set; }

    /// <summary>Why images are missing, although the call succeeded.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("error")]
    public string? Error { get; set; }

    private protected override ObjectSummary Summarise() => new("Images", ObjectSummary.Count(Images.Count, "image"));
}
