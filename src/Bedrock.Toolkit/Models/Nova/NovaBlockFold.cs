using System.Text;
using System.Text.Json;

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

    /// <summary>The block so far, as a new object; null when nothing came that this version knows.</summary>
    public NovaContentBlock? Build()
    {
        if (start is not null)
        {
            return FromStart(start);
        }

        if (_text is not null)
        {
            return new NovaTextBlock(_text.ToString());
        }

        if (_input is not null)
        {
            return new NovaToolUseBlock { ToolUse = new NovaToolUse { Input = Input() } };
        }

        return _reasoning is null && _signature is null && _redacted is null ? null : Reasoning();
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

    private NovaContentBlock? FromStart(NovaBlockStart head)
    {
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

    private NovaReasoningBlock Reasoning() => new()
    {
        ReasoningContent = new NovaReasoning
        {
            ReasoningText = _reasoning is null && _signature is null ? null : new NovaReasoningText { Text = _reasoning?.ToString(), Signature = _signature },
            RedactedContent = _redacted,
        },
    };

    private JsonElement Input()
    {
        if (_input is not { Length: > 0 })
        {
            return NovaJson.EmptyObject;
        }

        string text = _input.ToString();
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Cut short, or no JSON at all: nothing of what the model wrote may be lost, so it is kept as a JSON string.
            return JsonSerializer.SerializeToElement(text, NovaJsonContext.Default.String);
        }
    }
}
