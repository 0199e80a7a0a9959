using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An error that the vendor puts into the stream as an event; Bedrock normally ends the stream with an exception instead. Not thread safe while it is changed.</summary>
public sealed class ClaudeErrorEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "error";

    /// <summary>The error.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeStreamError>))]
    public ClaudeStreamError? Error { get; set; }
}
