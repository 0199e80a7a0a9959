using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Where a text of the answer comes from: a closed set, with <see cref="ClaudeUnknownCitation"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(ClaudeCitationConverter))]
public abstract class ClaudeCitation
{
    private protected ClaudeCitation()
    {
    }

    /// <summary>The kind of citation on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-2)]
    public abstract string Type { get; }

    /// <summary>The cited words.</summary>
    /// <value>Not counted as output tokens; omitted when null.</value>
    [JsonPropertyName("cited_text")]
    [JsonPropertyOrder(-1)]
    public string? CitedText { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
