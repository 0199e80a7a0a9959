using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One image of an input of several. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoNamedSource
{
    /// <summary>The name by which the text refers to it, as <c>&lt;@name&gt;</c>.</summary>
    /// <value>Needed when the text refers to it; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of content.</summary>
    /// <value><c>image</c> by default, the only one documented.</value>
    [JsonPropertyName("mediaType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public string MediaType { get; set; } = "image";

    /// <summary>The bytes of the image.</summary>
    /// <value>Up to 5 MB; this or <see cref="S3Location"/>; omitted when null.</value>
    [JsonPropertyName("base64String")]
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The file in S3.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("s3Location")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoS3Location>))]
    public MarengoS3Location? S3Location { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
