using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the input of a tool call. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockDelta.html</remarks>
public sealed class ToolUseBlockDelta
{
    /// <summary>A piece of the JSON text; all pieces together are the input.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("input")]
    [AllowNull]
    public string Input
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
