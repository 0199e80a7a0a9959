namespace Bedrock.Toolkit.Models;

/// <summary>An answer in the text completion format.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-text-completion.html</remarks>
public sealed partial class ClaudeTextResponse : BedrockResponse
{
    /// <summary>The kind of object.</summary>
    /// <value><c>completion</c>; missing in older answers; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Often with a space in front; omitted when null.</value>
    [JsonPropertyName("completion")]
    public string? Completion { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeTextStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop")]
    public string? Stop { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Completion ?? string.Empty;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Length(Text), StopReason?.Value);
}
