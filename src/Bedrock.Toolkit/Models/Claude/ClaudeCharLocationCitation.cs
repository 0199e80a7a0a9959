using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A range of characters in a plain-text document. Not thread safe while it is changed.</summary>
public sealed class ClaudeCharLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-2)]
    public override string Type => "char_location";

    /// <summary>The first character.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start_char_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? StartCharIndex { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_char_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? EndCharIndex { get; set; }
}
