namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block in a stream: a closed set, with <see cref="ClaudeUnknownDelta"/> for what this version does not know.</summary>
[JsonConverter(typeof(ClaudeContentDeltaConverter))]
public abstract partial class ClaudeContentDelta : BedrockObject
{
    private protected ClaudeContentDelta() { }

    /// <summary>The kind of piece on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>One more citation of the text block.</summary>
public sealed partial class ClaudeCitationsDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "citations_delta";

    /// <summary>The citation.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citation"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCitation>))]
    public ClaudeCitation? Citation { get; set; }
}

/// <summary>The summary of a compaction block, in one piece.</summary>
public sealed partial class ClaudeCompactionDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "compaction_delta";

    /// <summary>The summary.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(PieceTextConverter))]
    public string? Content { get; set; }

    /// <summary>The summary in encrypted form; unconfirmed on Bedrock.</summary>
    /// <value>Opaque; omitted when null.</value>
    [JsonPropertyName("encrypted_content")]
    public string? EncryptedContent { get; set; }
}

/// <summary>A piece of a tool's input: all pieces of a block together are one JSON object.</summary>
public sealed partial class ClaudeInputJsonDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "input_json_delta";

    /// <summary>The piece.</summary>
    /// <value>Any part of a JSON text; the first one is often empty.</value>
    [JsonPropertyName("partial_json"), JsonConverter(typeof(PieceTextConverter)), AllowNull]
    public string PartialJson { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>The signature of a thinking block, just before the block ends.</summary>
public sealed partial class ClaudeSignatureDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "signature_delta";

    /// <summary>The signature.</summary>
    /// <value>Opaque; empty by default.</value>
    [JsonPropertyName("signature"), AllowNull]
    public string Signature { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of text.</summary>
public sealed partial class ClaudeTextDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text_delta";

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter)), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of reasoning.</summary>
public sealed partial class ClaudeThinkingDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "thinking_delta";

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("thinking"), JsonConverter(typeof(PieceTextConverter)), AllowNull]
    public string Thinking { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="BedrockObject.AdditionalProperties"/> are not. The folded response does
/// not hold it.</remarks>
public sealed partial class ClaudeUnknownDelta : ClaudeContentDelta, IRawVariant
{
    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");
}

/// <summary>Reads and writes <see cref="ClaudeContentDelta"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentDeltaConverter() : TaggedUnionConverter<ClaudeContentDelta>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownDelta(raw), "type",
    Case<ClaudeTextDelta>("text_delta"),
    Case<ClaudeInputJsonDelta>("input_json_delta"),
    Case<ClaudeThinkingDelta>("thinking_delta"),
    Case<ClaudeSignatureDelta>("signature_delta"),
    Case<ClaudeCitationsDelta>("citations_delta"),
    Case<ClaudeCompactionDelta>("compaction_delta"));
