using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What is only known at the end of the answer. Not thread safe while it is changed.</summary>
public sealed class ClaudeMessageDeltaEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "message_delta";

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeMessageDelta>))]
    public ClaudeMessageDelta? Delta { get; set; }

    /// <summary>The tokens of the call; the counts take the place of earlier ones.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeUsage>))]
    public ClaudeUsage? Usage { get; set; }

    /// <summary>What was taken out of the conversation.</summary>
    /// <value>Only with the beta; omitted when null.</value>
    [JsonPropertyName("context_management")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagementResult>))]
    public ClaudeContextManagementResult? ContextManagement { get; set; }
}
