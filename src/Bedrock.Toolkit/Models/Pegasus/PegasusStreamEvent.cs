namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer.</summary>
/// <remarks>AWS shows no chunk; the names come from public clients, which differ.</remarks>
public sealed partial class PegasusStreamEvent : BedrockStreamEvent
{
    /// <summary>The next piece of the answer.</summary>
    /// <value>In the form with <see cref="Delta"/> the whole answer once more, on the last chunk; omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(PieceTextConverter))]
    public string? Message { get; set; }

    /// <summary>The next piece of the answer, in a form that one public client reads.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(PieceTextConverter))]
    public string? Delta { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Empty before the last chunk; omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public PegasusFinishReason? StopReason { get; set; }

    /// <summary>Why the model stopped, by the name that other public clients read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason")]
    public PegasusFinishReason? FinishReason { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>
    /// Empty when the chunk brings no text. A single chunk cannot tell whether its message repeats the answer of the chunks before;
    /// <c>ToResponseAsync</c> can.
    /// </value>
    [JsonIgnore]
    public string Text => Delta ?? Message ?? string.Empty;

    /// <summary>The reason under either name; null while the answer goes on.</summary>
    [JsonIgnore]
    internal PegasusFinishReason? EndReason =>
        StopReason is { Value.Length: > 0 } ? StopReason : FinishReason is { Value.Length: > 0 } ? FinishReason : null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
