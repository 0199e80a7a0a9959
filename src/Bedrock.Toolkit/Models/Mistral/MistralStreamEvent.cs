namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a Mistral stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html and recorded streams.</remarks>
public sealed partial class MistralStreamEvent : BedrockStreamEvent
{
    /// <summary>The next pieces of the answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("outputs"), JsonConverter(typeof(MistralListConverter<MistralOutput>)), AllowNull]
    public IList<MistralOutput> Outputs { get; set => field = value ?? []; } = [];

    /// <summary>The next piece of the first answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Outputs.Count > 0 ? Outputs[0].Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>On the last chunk; null before.</value>
    [JsonIgnore]
    public MistralStopReason? StopReason => Outputs.Count > 0 ? Outputs[0].StopReason : null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
