using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of an image. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlockDelta.html</remarks>
public sealed class ImageBlockDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("source")]
    public ImageSource? Source { get; set; }

    /// <summary>Why the image is missing.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
