using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a tool call. Not thread safe while it is changed.</summary>
public sealed class NovaToolUseDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolInputDelta>))]
    public NovaToolInputDelta? ToolUse { get; set; }
}
