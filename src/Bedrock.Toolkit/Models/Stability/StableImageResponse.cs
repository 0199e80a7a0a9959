using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The images of Stable Diffusion 3 and later, of Stable Image Core and Ultra, and of Stability AI's image services. Not thread safe while it is changed.</summary>
/// <remarks>
/// A filtered answer can hold nothing but <see cref="FinishReasons"/>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
/// </remarks>
public sealed class StableImageResponse : BedrockResponse
{
    /// <summary>The seed of each image.</summary>
    /// <value>Read from numbers and from strings, written as numbers; omitted when null.</value>
    [JsonPropertyName("seeds")]
    [JsonConverter(typeof(StabilitySeedListConverter))]
    public IList<long>? Seeds { get; set; }

    /// <summary>What kept each image from being made or shown.</summary>
    /// <value>Null for an image that is complete, else such as <c>Filter reason: prompt</c> or <c>Inference error</c>; omitted when null.</value>
    [JsonPropertyName("finish_reasons")]
    [JsonConverter(typeof(StabilityReasonListConverter))]
    public IList<string?>? FinishReasons { get; set; }

    /// <summary>The images.</summary>
    /// <value>Missing when everything was filtered; omitted when null.</value>
    [JsonPropertyName("images")]
    [JsonConverter(typeof(StabilityListConverter<BedrockImage>))]
    public IList<BedrockImage>? Images { get; set; }
}
