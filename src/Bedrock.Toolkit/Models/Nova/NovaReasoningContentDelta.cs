using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of reasoning. Not thread safe while it is changed.</summary>
public sealed class NovaReasoningContentDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent")]
    [JsonConverter(typeof(NovaObjectConverter<NovaReasoningDelta>))]
    public NovaReasoningDelta? ReasoningContent { get; set; }
}
