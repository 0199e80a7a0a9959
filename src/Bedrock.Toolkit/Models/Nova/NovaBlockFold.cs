namespace Bedrock.Toolkit.Models;

/// <summary>Puts one block of a stream together. Used by one thread at a time.</summary>
internal sealed class NovaBlockFold(int index, NovaBlockStart? start)
{
    private readonly List<JsonElement> _results = [];
    private StringBuilder? _text;
    private StringBuilder? _input;
    private StringBuilder? _reasoning;
    private string? _signature;
    private string? _redacted;

    public int Index => index;

    private bool HasStart => start is not null;

    private bool IsReasoning => _text is null && _input is null && (_reasoning is not null || _signature is not null || _redacted is not null);

    public void Add(NovaContentDelta? delta)
    {
        switch (delta)
        {
            case NovaTextDelta text:
                (_text ??= new StringBuilder()).Append(text.Text);
                break;
            case NovaToolUseDelta { ToolUse.Input: { } input }:
                (_input ??= new StringBuilder()).Append(input);
                break;
            case NovaReasoningContentDelta { ReasoningContent: { } reasoning }:
                AddReasoning(reasoning);
                break;
            case NovaToolResultDelta { ToolResult: { } result }:
                _results.Add(result);
                break;
        }
    }

    /// <summary>Whether a piece belongs into this block; a piece of another kind under the same index begins a block of its own.</summary>
    public bool Takes(NovaContentDelta? delta) => delta switch
    {
        NovaTextDelta => start is null && _input is null && _results.Count == 0 && !IsReasoning,
        NovaReasoningContentDelta => start is null && _input is null && _results.Count == 0 && _text is null,
        NovaToolUseDelta => start is null ? _text is null && _results.Count == 0 && !IsReasoning : start.ToolUse is not null,
        NovaToolResultDelta => start is null ? _text is null && _input is null && !IsReasoning : start.ToolResult is not null,
        _ => true,
    };

    /// <summary>Whether this is a further piece of the block before: text after text, or reasoning after reasoning that is not signed yet.</summary>
    public bool Continues(NovaBlockFold before)
    {
        if (start is not null || before.HasStart)
        {
            return false;
        }

        return _text is not null
            ? before._text is not null
            : IsReasoning && before.IsReasoning && _redacted is null && before is { _signature: null, _redacted: null };
    }

    /// <summary>The block that consecutive pieces make, as a new object; null when nothing came that this version knows.</summary>
    public static NovaContentBlock? Build(List<NovaBlockFold> pieces)
    {
        NovaBlockFold last = pieces[^1];
        if (last.HasStart)
        {
            return last.FromStart();
        }

        if (last._text is not null)
        {
            return new NovaTextBlock(LoneSurrogates.MendText(string.Concat(pieces.Select(piece => piece._text))));
        }

        if (last._input is not null)
        {
            return new NovaToolUseBlock { ToolUse = new NovaToolUse { Input = last.Input() } };
        }

        if (last._results.Count > 0)
        {
            return new NovaToolResultBlock { ToolResult = new NovaToolResult { Content = [.. last._results.SelectMany(ResultBlocks)] } };
        }

        return last.IsReasoning ? Reasoning(pieces) : null;
    }

    private void AddReasoning(NovaReasoningDelta delta)
    {
        if (delta.Text is { } text)
        {
            (_reasoning ??= new StringBuilder()).Append(text);
        }

        _signature = delta.Signature is { } signature ? _signature + signature : _signature;
        _redacted = delta.RedactedContent is { } redacted ? _redacted + redacted : _redacted;
    }

    private NovaContentBlock? FromStart()
    {
        NovaBlockStart head = start!;
        if (head.ToolUse is { } use)
        {
            return new NovaToolUseBlock
            {
                ToolUse = new NovaToolUse
                {
                    ToolUseId = use.ToolUseId ?? string.Empty,
                    Name = use.Name ?? string.Empty,
                    Input = Input(),
                    AdditionalProperties = WithType(use),
                },
            };
        }

        if (head.ToolResult is { } result)
        {
            return new NovaToolResultBlock
            {
                ToolResult = new NovaToolResult
                {
                    ToolUseId = result.ToolUseId ?? string.Empty,
                    Type = result.Type,
                    Status = result.Status,
                    Content = [.. _results.SelectMany(ResultBlocks)],
                    AdditionalProperties = result.AdditionalProperties.Copy(),
                },
            };
        }

        // Not known, but not lost.
        return head.AdditionalProperties is { Count: > 0 }
            ? new NovaUnknownBlock(JsonSerializer.SerializeToElement(head, NovaJsonContext.Default.NovaBlockStart))
            : null;
    }

    private static IDictionary<string, JsonElement>? WithType(NovaToolUseStart use)
    {
        IDictionary<string, JsonElement>? members = use.AdditionalProperties.Copy();
        if (use.Type is { } type)
        {
            (members ??= new Dictionary<string, JsonElement>())["type"] = JsonSerializer.SerializeToElement(type, NovaJsonContext.Default.String);
        }

        return members;
    }

    private static IEnumerable<NovaContentBlock> ResultBlocks(JsonElement piece) => piece.ValueKind == JsonValueKind.Array
        ? piece.EnumerateArray().Select(item => item.Deserialize(NovaJsonContext.Default.NovaContentBlock)!)
        : [piece.Deserialize(NovaJsonContext.Default.NovaContentBlock)!];

    // Only the last piece can be signed or redacted: what is, is complete.
    private static NovaReasoningBlock Reasoning(List<NovaBlockFold> pieces)
    {
        NovaBlockFold last = pieces[^1];
        bool hasText = pieces.Exists(piece => piece._reasoning is not null);
        return new NovaReasoningBlock
        {
            ReasoningContent = new NovaReasoning
            {
                ReasoningText = hasText || last._signature is not null
                    ? new NovaReasoningText
                    {
                        Text = hasText ? LoneSurrogates.MendText(string.Concat(pieces.Select(piece => piece._reasoning))) : null,
                        Signature = last._signature,
                    }
                    : null,
                RedactedContent = last._redacted,
            },
        };
    }

    private JsonElement Input() => StreamPieces.InputOf(_input, RawJson.EmptyObject, NovaJsonContext.Default.String);
}
