namespace Bedrock.Toolkit.Models;

/// <summary>One input for Marengo Embed 2.7, whose members lie flat.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html</remarks>
public sealed partial class Marengo27Request : BedrockObject
{
    /// <summary>What is embedded.</summary>
    /// <value><c>text</c>, <c>image</c>, and in an asynchronous call <c>audio</c> and <c>video</c>.</value>
    [JsonPropertyName("inputType")]
    public required MarengoInputType InputType { get; set; }

    /// <summary>The text.</summary>
    /// <value>Up to 77 tokens; omitted when null.</value>
    [JsonPropertyName("inputText")]
    public string? InputText { get; set; }

    /// <summary>What happens to a text that is too long.</summary>
    /// <value>The service takes <c>end</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("textTruncate")]
    public MarengoTextTruncate? TextTruncate { get; set; }

    /// <summary>The image, sound or video.</summary>
    /// <value>An image up to 5 MB; sound and video up to 2 GB and 2 hours in S3; omitted when null.</value>
    [JsonPropertyName("mediaSource"), JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>))]
    public MarengoMediaSource? MediaSource { get; set; }

    /// <summary>Where to begin.</summary>
    /// <value>In seconds; the service takes 0 when it is missing; omitted when null.</value>
    [JsonPropertyName("startSec")]
    public double? StartSec { get; set; }

    /// <summary>How much to embed.</summary>
    /// <value>In seconds; the service takes everything when it is missing; omitted when null.</value>
    [JsonPropertyName("lengthSec")]
    public double? LengthSec { get; set; }

    /// <summary>The fixed length of a segment.</summary>
    /// <value>2 to 10 seconds; the service follows the scenes of a video when it is missing; omitted when null.</value>
    [JsonPropertyName("useFixedLengthSec")]
    public double? UseFixedLengthSec { get; set; }

    /// <summary>The shortest segment of a video.</summary>
    /// <value>1 to 5 seconds; the service takes 4 when it is missing; omitted when null.</value>
    [JsonPropertyName("minClipSec"), JsonConverter(typeof(CountConverter))]
    public int? MinClipSec { get; set; }

    /// <summary>The sides of the content to embed.</summary>
    /// <value>The service takes all when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingOption"), JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingOption>))]
    public IList<MarengoEmbeddingOption>? EmbeddingOption { get; set; }

    /// <summary>A request with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The request.</returns>
    public static Marengo27Request For(string text) => new() { InputType = MarengoInputType.Text, InputText = text };

    /// <summary>A request with an image.</summary>
    /// <param name="image">Where the image comes from.</param>
    /// <returns>The request.</returns>
    public static Marengo27Request For(MarengoMediaSource image) => new() { InputType = MarengoInputType.Image, MediaSource = image };
}
