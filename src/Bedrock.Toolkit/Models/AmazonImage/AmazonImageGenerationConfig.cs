using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How many images, how large, and how they are drawn. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html</remarks>
public sealed class AmazonImageGenerationConfig
{
    /// <summary>The width.</summary>
    /// <value>In pixels; Titan: one of its listed sizes; Nova Canvas: 320 to 4,096, a multiple of 16, sides at most 1 to 4, less than 4,194,304 pixels in all, 1,024 by default; omitted when null.</value>
    [JsonPropertyName("width")]
    [JsonConverter(typeof(CountConverter))]
    public int? Width { get; set; }

    /// <summary>The height.</summary>
    /// <value>As <see cref="Width"/>; omitted when null.</value>
    [JsonPropertyName("height")]
    [JsonConverter(typeof(CountConverter))]
    public int? Height { get; set; }

    /// <summary>The quality.</summary>
    /// <value><c>standard</c> by default; omitted when null.</value>
    [JsonPropertyName("quality")]
    public AmazonImageQuality? Quality { get; set; }

    /// <summary>How many images to make.</summary>
    /// <value>1 to 5; 1 by default; omitted when null.</value>
    [JsonPropertyName("numberOfImages")]
    [JsonConverter(typeof(CountConverter))]
    public int? NumberOfImages { get; set; }

    /// <summary>How closely the image follows the text.</summary>
    /// <value>1.1 to 10; Titan 8, Nova Canvas 6.5 by default; omitted when null.</value>
    [JsonPropertyName("cfgScale")]
    public double? CfgScale { get; set; }

    /// <summary>Makes the same request give the same image.</summary>
    /// <value>0 to 2,147,483,646; Titan 42, Nova Canvas 12 by default; omitted when null.</value>
    [JsonPropertyName("seed")]
    [JsonConverter(typeof(CountConverter))]
    public int? Seed { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
