namespace Bedrock.Toolkit.Models;

/// <summary>The tools that a tool search found.</summary>
public sealed partial class ClaudeToolSearchResult : BedrockObject
{
    /// <summary>The kind of result.</summary>
    /// <value><c>tool_search_tool_search_result</c> by default; an error has another one, unconfirmed on Bedrock.</value>
    [JsonPropertyName("type"), AllowNull]
    public string Type { get; set => field = value ?? string.Empty; } = "tool_search_tool_search_result";

    /// <summary>The tools.</summary>
    /// <value><see cref="ClaudeToolReferenceBlock"/> blocks; omitted when null.</value>
    [JsonPropertyName("tool_references"), JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>))]
    public IList<ClaudeContentBlock>? ToolReferences { get; set; }
}
