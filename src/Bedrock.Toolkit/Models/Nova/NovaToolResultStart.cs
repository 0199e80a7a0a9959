using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The beginning of the result of a built-in tool; its content comes in pieces. Not thread safe while it is changed.</summary>
public sealed class NovaToolResultStart
{
    /// <summary>The id of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUseId")]
    public string? ToolUseId { get; set; }

    /// <summary>Which built-in tool gave it.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the tool succeeded.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public NovaToolResultStatus? Status { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
