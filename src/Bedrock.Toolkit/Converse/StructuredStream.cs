namespace Bedrock.Toolkit.Converse;

/// <summary>Gives the parts of a typed answer while its stream goes on. Used by one thread at a time, for one stream.</summary>
internal sealed class StructuredStream<T>(StructuredCall<T> call)
{
    private readonly ConverseStreamFold _fold = new();
    private readonly StringBuilder _text = new();
    private StringBuilder? _input;
    private int? _answer;
    private bool _isWhole;
    private string? _last;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="BedrockStructuredOutputException">The answer does not fit.</exception>
    public async IAsyncEnumerable<ConverseUpdate<T>> ReadAsync(
        BedrockStream<ConverseStreamEvent, ConverseResponse> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ConverseStreamEvent streamEvent in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _fold.Add(streamEvent);
            if (Take(streamEvent) && TryReadPart(out T? part))
            {
                yield return new ConverseUpdate<T>(part, answer: null);
            }
        }

        ConverseResponse response = _fold.ToResponse();
        response.Metadata = stream.Metadata;
        ConverseResponse<T> answer = call.Read(response, "ConverseStream");
        yield return new ConverseUpdate<T>(answer.Value, answer);
    }

    /// <summary>Whether an event brought something of the answer.</summary>
    private bool Take(ConverseStreamEvent streamEvent)
    {
        switch (streamEvent)
        {
            case ContentBlockStartEvent { Start: ToolUseStart { ToolUse.Name: { } name } } start
                when _answer is null && name == call.Name && call.Mode is StructuredOutputMode.ForcedTool or StructuredOutputMode.OfferedTool:
                _answer = start.ContentBlockIndex ?? 0;
                _input = new StringBuilder();
                return false;
            case ContentBlockStopEvent stop when _answer is { } index && (stop.ContentBlockIndex ?? index) == index:
                _isWhole = true;
                return false;
            case ContentBlockDeltaEvent { Delta: ToolUseDelta { ToolUse.Input: { } piece } } delta
                when !_isWhole && _answer is { } index && (delta.ContentBlockIndex ?? index) == index:
                _input!.Append(piece);
                return true;
            case ContentBlockDeltaEvent { Delta: TextDelta { Text: { } piece } } when _answer is null:
                _text.Append(piece);
                return true;
            default:
                return false;
        }
    }

    // Some models put JSON into a code block; what follows the document is left out in any case.
    private static ReadOnlySpan<char> Begin(string text)
    {
        ReadOnlySpan<char> json = text.AsSpan().TrimStart();
        if (!json.StartsWith("```", StringComparison.Ordinal))
        {
            return json;
        }

        int line = json.IndexOf('\n');
        return line < 0 ? default : json[line..].TrimStart();
    }

    private bool TryReadPart([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T part)
    {
        ReadOnlySpan<char> json = Begin((_input ?? _text).ToString());
        string? before = _last;

        // What a type cannot take of a text that is not ended (a date, one of several values), it takes when the text has ended.
        foreach (bool keepsOpenText in (ReadOnlySpan<bool>)[true, false])
        {
            if (PartialJson.Close(json, keepsOpenText) is not { } closed || closed == before)
            {
                break;
            }

            if (call.TryReadPart(closed, out part))
            {
                _last = closed;
                return true;
            }
        }

        part = default;
        return false;
    }
}
