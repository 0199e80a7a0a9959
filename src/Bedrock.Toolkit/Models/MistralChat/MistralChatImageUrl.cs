using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The address of an image. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
public sealed class MistralChatImageUrl
{
    /// <summary>The address.</summary>
    /// <value>A data URL, such as <c>data:image/png;base64,…</c>; omitted when null.</value>
    [JsonPropertyName("url")]
    public string? Url { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal MistralChatImageUrl Clone() => new() { Url = Url, AdditionalProperties = WireCopies.Copy(AdditionalProperties) };
}
