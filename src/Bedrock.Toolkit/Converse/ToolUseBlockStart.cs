using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The beginning of a tool call. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockStart.html</remarks>
public sealed class ToolUseBlockStart
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What kind of call it is.</summary>
    /// <value>A call for the caller when null; omitted when null.</value>
    [JsonPropertyName("type")]
    public ToolUseType? Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
