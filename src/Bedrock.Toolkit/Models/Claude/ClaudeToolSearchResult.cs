using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tools that a tool search found. Not thread safe while it is changed.</summary>
public sealed class ClaudeToolSearchResult
{
    /// <summary>The kind of result.</summary>
    /// <value><c>tool_search_tool_search_result</c> by default; an error has another one, unconfirmed on Bedrock.</value>
    [JsonPropertyName("type")]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? string.Empty;
    }
    = "tool_search_tool_search_result";

    /// <summary>The tools.</summary>
    /// <value><see cref="ClaudeToolReferenceBlock"/> blocks; omitted when null.</value>
    [JsonPropertyName("tool_references")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>))]
    public IList<ClaudeContentBlock>? ToolReferences { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeToolSearchResult Clone() => new()
    {
        Type = Type,
        ToolReferences = ToolReferences.Copy(block => block.Clone()),
        AdditionalProperties = AdditionalProperties.Copy(),
    };
}
