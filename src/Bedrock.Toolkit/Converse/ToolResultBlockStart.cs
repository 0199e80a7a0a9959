using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The beginning of the answer of a tool that the service ran. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockStart.html</remarks>
public sealed class ToolResultBlockStart
{
    /// <summary>The id of the call that is answered.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What kind of result it is.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the tool did its work.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public ToolResultStatus? Status { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
