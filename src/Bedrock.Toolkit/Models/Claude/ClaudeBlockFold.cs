namespace Bedrock.Toolkit.Models;

/// <summary>Puts one block of a stream together. Used by one thread at a time.</summary>
internal sealed class ClaudeBlockFold(int index, ClaudeContentBlock start)
{
    private readonly List<ClaudeCitation> _citations = [];
    private GrowingText? _text;
    private StringBuilder? _thinking;
    private StringBuilder? _signature;
    private StringBuilder? _input;
    private StringBuilder? _compaction;
    private string? _encryptedCompaction;

    public int Index => index;

    /// <summary>The block that a delta belongs to, when the stream never said that a block begins.</summary>
    public static ClaudeContentBlock? BlockFor(ClaudeContentDelta? delta) => delta switch
    {
        ClaudeTextDelta or ClaudeCitationsDelta => new ClaudeTextBlock(),
        ClaudeThinkingDelta or ClaudeSignatureDelta => new ClaudeThinkingBlock(),
        ClaudeInputJsonDelta => new ClaudeToolUseBlock(),
        ClaudeCompactionDelta => new ClaudeCompactionBlock(),
        _ => null,
    };

    public void Add(ClaudeContentDelta? delta)
    {
        switch (delta)
        {
            case ClaudeTextDelta text:
                (_text ??= new GrowingText()).Append(text.Text);
                break;
            case ClaudeThinkingDelta thinking:
                (_thinking ??= new StringBuilder()).Append(thinking.Thinking);
                break;
            case ClaudeSignatureDelta signature:
                (_signature ??= new StringBuilder()).Append(signature.Signature);
                break;
            case ClaudeInputJsonDelta input:
                (_input ??= new StringBuilder()).Append(input.PartialJson);
                break;
            case ClaudeCitationsDelta { Citation: { } citation }:
                _citations.Add(citation);
                break;
            case ClaudeCompactionDelta compaction:
                (_compaction ??= new StringBuilder()).Append(compaction.Content);
                _encryptedCompaction = compaction.EncryptedContent ?? _encryptedCompaction;
                break;
        }
    }

    /// <summary>Adds a piece of text.</summary>
    /// <exception cref="InvalidOperationException">It is no valid Unicode; nothing was added.</exception>
    public void AddText(scoped in Utf8JsonReader text) => (_text ??= new GrowingText()).Append(text);

    /// <summary>The block so far, as a new object.</summary>
    public ClaudeContentBlock Build()
    {
        ClaudeContentBlock block = start.Clone();
        switch (block)
        {
            case ClaudeTextBlock text:
                text.Text = LoneSurrogates.MendText(text.Text + _text);
                text.Citations = _citations.Count == 0 ? text.Citations : [.. text.Citations ?? [], .. _citations];
                break;
            case ClaudeThinkingBlock thinking:
                thinking.Thinking = LoneSurrogates.MendText(thinking.Thinking + _thinking);
                thinking.Signature = _signature is null ? thinking.Signature : thinking.Signature + _signature;
                break;
            case ClaudeToolUseBlock use:
                use.Input = InputOr(use.Input);
                break;
            case ClaudeServerToolUseBlock use:
                use.Input = InputOr(use.Input);
                break;
            case ClaudeCompactionBlock compaction:
                compaction.Content = _compaction is null ? compaction.Content : LoneSurrogates.MendText(compaction.Content + _compaction);
                compaction.EncryptedContent = _encryptedCompaction ?? compaction.EncryptedContent;
                break;
        }

        return block;
    }

    private JsonElement InputOr(JsonElement atStart) => StreamPieces.InputOf(_input, atStart, ClaudeJsonContext.Default.String);
}
