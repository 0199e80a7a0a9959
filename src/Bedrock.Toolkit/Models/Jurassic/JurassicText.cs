using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text with its tokens. Not thread safe while it is changed.</summary>
public sealed class JurassicText
{
    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Its tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tokens")]
    [JsonConverter(typeof(JurassicListConverter<JurassicToken>))]
    public IList<JurassicToken>? Tokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
