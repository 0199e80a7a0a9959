using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A range of blocks in a document that was given as blocks. Not thread safe while it is changed.</summary>
public sealed class ClaudeContentBlockLocationCitation : ClaudeDocumentCitation
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-2)]
    public override string Type => "content_block_location";

    /// <summary>The first block.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start_block_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? StartBlockIndex { get; set; }

    /// <summary>The block behind the last.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("end_block_index")]
    [JsonConverter(typeof(CountConverter))]
    public int? EndBlockIndex { get; set; }
}
