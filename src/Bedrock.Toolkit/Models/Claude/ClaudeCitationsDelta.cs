using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One more citation of the text block. Not thread safe while it is changed.</summary>
public sealed class ClaudeCitationsDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "citations_delta";

    /// <summary>The citation.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citation")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCitation>))]
    public ClaudeCitation? Citation { get; set; }
}
