using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service saw of an image (Embed v3). Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
public sealed class CohereEmbedImageInfo
{
    /// <summary>The width.</summary>
    /// <value>In pixels; omitted when null.</value>
    [JsonPropertyName("width")]
    [JsonConverter(typeof(CountConverter))]
    public int? Width { get; set; }

    /// <summary>The height.</summary>
    /// <value>In pixels; omitted when null.</value>
    [JsonPropertyName("height")]
    [JsonConverter(typeof(CountConverter))]
    public int? Height { get; set; }

    /// <summary>The format.</summary>
    /// <value>Such as <c>png</c>; omitted when null.</value>
    [JsonPropertyName("format")]
    public string? Format { get; set; }

    /// <summary>The colour depth.</summary>
    /// <value>In bits per pixel; omitted when null.</value>
    [JsonPropertyName("bit_depth")]
    [JsonConverter(typeof(CountConverter))]
    public int? BitDepth { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
