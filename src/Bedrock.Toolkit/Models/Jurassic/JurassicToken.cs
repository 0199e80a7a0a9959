using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One token of a prompt or an answer. Not thread safe while it is changed.</summary>
public sealed class JurassicToken
{
    /// <summary>The token.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generatedToken")]
    [JsonConverter(typeof(JurassicObjectConverter<JurassicGeneratedToken>))]
    public JurassicGeneratedToken? GeneratedToken { get; set; }

    /// <summary>Likely alternatives.</summary>
    /// <value>Null when the request did not ask for them; omitted when null.</value>
    [JsonPropertyName("topTokens")]
    [JsonConverter(typeof(JurassicListConverter<JurassicTopToken>))]
    public IList<JurassicTopToken>? TopTokens { get; set; }

    /// <summary>Where it stands in the text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("textRange")]
    [JsonConverter(typeof(JurassicObjectConverter<JurassicTextRange>))]
    public JurassicTextRange? TextRange { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
