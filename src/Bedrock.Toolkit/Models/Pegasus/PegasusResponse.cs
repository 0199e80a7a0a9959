namespace Bedrock.Toolkit.Models;

/// <summary>What a Pegasus model says about a video.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html</remarks>
public sealed partial class PegasusResponse : BedrockResponse
{
    /// <summary>The answer.</summary>
    /// <value>A JSON text when the request asked for JSON; omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason")]
    public PegasusFinishReason? FinishReason { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Message ?? string.Empty;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Length(Text), FinishReason?.Value);
}
