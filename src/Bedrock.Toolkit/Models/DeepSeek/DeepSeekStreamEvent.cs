namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a DeepSeek-R1 stream.</summary>
/// <remarks>Source: public client code; see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html for the members.</remarks>
public sealed partial class DeepSeekStreamEvent : BedrockStreamEvent
{
    /// <summary>The next pieces of the answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(DeepSeekListConverter<DeepSeekChoice>)), AllowNull]
    public IList<DeepSeekChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The next piece of the first answer, for writing it out; pieces up to <c>&lt;/think></c> are reasoning.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Choices.Count > 0 ? Choices[0].Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>On the last chunk; null before.</value>
    [JsonIgnore]
    public DeepSeekStopReason? StopReason => Choices.Count > 0 ? Choices[0].StopReason ?? Choices[0].FinishReason : null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
