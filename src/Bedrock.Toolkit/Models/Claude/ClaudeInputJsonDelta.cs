using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a tool's input: all pieces of a block together are one JSON object. Not thread safe while it is changed.</summary>
public sealed class ClaudeInputJsonDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "input_json_delta";

    /// <summary>The piece.</summary>
    /// <value>Any part of a JSON text; the first one is often empty.</value>
    [JsonPropertyName("partial_json")]
    [AllowNull]
    public string PartialJson
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
