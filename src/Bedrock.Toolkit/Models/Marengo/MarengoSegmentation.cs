using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How sound or video is cut into segments. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoSegmentation
{
    /// <summary>The method.</summary>
    /// <value>The service takes <c>dynamic</c> for video and <c>fixed</c> for sound when it is missing; omitted when null.</value>
    [JsonPropertyName("method")]
    public MarengoSegmentationMethod? Method { get; set; }

    /// <summary>Settings of the dynamic method.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("dynamic")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoDynamicSegmentation>))]
    public MarengoDynamicSegmentation? Dynamic { get; set; }

    /// <summary>Settings of the fixed method.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("fixed")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoFixedSegmentation>))]
    public MarengoFixedSegmentation? Fixed { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
