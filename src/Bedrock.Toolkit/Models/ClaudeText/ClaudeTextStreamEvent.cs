namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer.</summary>
public sealed partial class ClaudeTextStreamEvent : BedrockStreamEvent
{
    /// <summary>The kind of object.</summary>
    /// <value><c>completion</c>; missing in older answers; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The next piece of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion"), JsonConverter(typeof(PieceTextConverter))]
    public string? Completion { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeTextStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("stop")]
    public string? Stop { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Completion ?? string.Empty;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
