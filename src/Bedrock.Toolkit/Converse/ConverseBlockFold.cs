namespace Bedrock.Toolkit.Converse;

/// <summary>Puts one block of a stream together. Used by one thread at a time.</summary>
internal sealed class ConverseBlockFold(int index)
{
    private static readonly string[] KnownMembers = ["text", "toolUse", "toolResult", "reasoningContent", "citation", "image"];

    private readonly List<Citation> _citations = [];
    private readonly List<ToolResultBlockDelta> _results = [];
    private readonly List<ContentBlock> _unknown = [];
    // The type of the pieces that belong here; null as long as any does.
    private Type? _kind;
    private ContentBlockStart? _start;
    private StringBuilder? _text;
    private StringBuilder? _input;
    private StringBuilder? _reasoning;
    private StringBuilder? _signature;
    private MemoryStream? _redacted;
    private MemoryStream? _image;
    private ImageBlock? _imageRest;
    private IDictionary<string, JsonElement>? _properties;
    private IDictionary<string, JsonElement>? _deltaProperties;

    public int Index => index;

    /// <summary>Whether anything but an empty start has come.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Whether what comes next at this index belongs to another block.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Whether a piece belongs into this block; one of another kind at the same index begins a block of its own.</summary>
    public bool Takes(ContentBlockDelta? delta) => _kind is null || (KindOf(delta) ?? _kind) == _kind;

    /// <summary>Whether a piece holds nothing, as stand-ins of the service send them.</summary>
    public static bool IsEmpty(ContentBlockDelta? delta) => delta switch
    {
        null or ToolUseDelta { ToolUse: null or { Input: "", AdditionalProperties: null } } or ReasoningDelta { ReasoningContent: null } => true,
        UnknownContentBlockDelta { Raw: var raw } => IsEmpty(raw),
        ReasoningDelta { ReasoningContent: UnknownReasoningContentBlockDelta { Raw: var raw } } => raw.HoldsNothing(),
        _ => false,
    };

    public void Start(ContentBlockStart? start)
    {
        if (start is null || (start is UnknownContentBlockStart { Raw: var empty } && IsEmpty(empty)))
        {
            return;
        }

        IsBegun = true;
        if (start is UnknownContentBlockStart unknown)
        {
            _unknown.Add(new UnknownContentBlock(unknown.Raw));
        }
        else
        {
            _start = start;
            _kind = start switch
            {
                ToolUseStart => typeof(ToolUseDelta),
                ToolResultStart => typeof(ToolResultDelta),
                _ => typeof(ImageDelta),
            };
        }
    }

    public void Add(ContentBlockDelta? delta)
    {
        if (IsEmpty(delta))
        {
            return;
        }

        IsBegun = true;
        _kind ??= KindOf(delta);
        switch (delta)
        {
            case TextDelta text:
                (_text ??= new StringBuilder()).Append(text.Text);
                Keep(ref _deltaProperties, text.AdditionalProperties);
                break;
            case ToolUseDelta { ToolUse: { } piece }:
                (_input ??= new StringBuilder()).Append(piece.Input);
                Keep(ref _properties, piece.AdditionalProperties);
                break;
            case ToolResultDelta results:
                _results.AddRange(results.ToolResult);
                break;
            case ReasoningDelta { ReasoningContent: { } piece }:
                Add(piece);
                break;
            case CitationDelta { Citation: { } citation }:
                _citations.Add(ToCitation(citation));
                break;
            case ImageDelta { Image: { } image }:
                Add(image);
                break;
            case UnknownContentBlockDelta unknown:
                _unknown.Add(new UnknownContentBlock(unknown.Raw));
                break;
        }
    }

    /// <summary>What the block is so far: mostly one block, none when it was empty.</summary>
    public IEnumerable<ContentBlock> Build()
    {
        if (BuildReasoning() is { } reasoning)
        {
            yield return reasoning;
        }

        if (_redacted is not null)
        {
            yield return new ReasoningContent(new RedactedReasoningContent(_redacted.ToArray()));
        }

        if (BuildText() is { } text)
        {
            yield return text;
        }

        if (_start is ToolUseStart { ToolUse: { } use } || _input is not null)
        {
            yield return BuildToolUse();
        }

        if (_start is ToolResultStart { ToolResult: not null } || _results.Count > 0)
        {
            yield return BuildToolResult();
        }

        if (_start is ImageStart || _image is not null || _imageRest is not null)
        {
            yield return BuildImage();
        }

        foreach (ContentBlock unknown in _unknown)
        {
            yield return unknown;
        }
    }

    // Stand-ins of the service begin texts with an empty start.
    private static bool IsEmpty(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object && raw.EnumerateObject().All(static member => KnownMembers.Contains(member.Name) && member.Value.HoldsNothing());

    private static Type? KindOf(ContentBlockDelta? delta) =>
        delta is UnknownContentBlockDelta ? null : delta is CitationDelta ? typeof(TextDelta) : delta?.GetType();

    private static string? TextOf(StringBuilder? text) => text is { Length: > 0 } ? LoneSurrogates.MendText(text.ToString()) : null;

    private static void Keep(ref IDictionary<string, JsonElement>? kept, IDictionary<string, JsonElement>? members)
    {
        foreach ((string name, JsonElement value) in members ?? new Dictionary<string, JsonElement>())
        {
            (kept ??= new Dictionary<string, JsonElement>())[name] = value;
        }
    }

    private static void Append(ref MemoryStream? bytes, ReadOnlyMemory<byte> piece) => (bytes ??= new MemoryStream()).Write(piece.Span);

    private static Citation ToCitation(CitationsDelta delta) => new()
    {
        Title = delta.Title,
        Source = delta.Source,
        SourceContent = delta.SourceContent is null
            ? null
            : [.. delta.SourceContent.Select(
                static piece => new CitationSourceText { Text = piece.Text, AdditionalProperties = piece.AdditionalProperties.Copy() })],
        Location = delta.Location,
        AdditionalProperties = delta.AdditionalProperties.Copy(),
    };

    private void Add(ReasoningContentBlockDelta delta)
    {
        switch (delta)
        {
            case ReasoningTextDelta text:
                (_reasoning ??= new StringBuilder()).Append(text.Text);
                break;
            case ReasoningSignatureDelta signature:
                (_signature ??= new StringBuilder()).Append(signature.Signature);
                break;
            case RedactedReasoningDelta redacted:
                Append(ref _redacted, redacted.RedactedContent);
                break;
            case UnknownReasoningContentBlockDelta unknown:
                _unknown.Add(new ReasoningContent(new UnknownReasoningContentBlock(unknown.Raw)));
                break;
        }
    }

    private void Add(ImageBlockDelta image)
    {
        if (image.Source is ImageBytesSource bytes)
        {
            Append(ref _image, bytes.Bytes);
        }

        _imageRest ??= new ImageBlock();
        _imageRest.Source = image.Source is null or ImageBytesSource ? _imageRest.Source : image.Source;
        _imageRest.Error = image.Error ?? _imageRest.Error;
    }

    private ReasoningContent? BuildReasoning() =>
        _reasoning is not { Length: > 0 } && _signature is not { Length: > 0 } ? null : new ReasoningContent(new ReasoningTextContent(new ReasoningTextBlock
    {
        Text = TextOf(_reasoning) ?? (_reasoning is null ? null : string.Empty),
        Signature = TextOf(_signature),
    }));

    // An answer without streaming has text with sources in a block of its own kind, and no block for a text that is empty.
    private ContentBlock? BuildText()
    {
        string text = TextOf(_text) ?? string.Empty;
        if (_citations.Count > 0)
        {
            return new CitationsContent(new CitationsContentBlock
            {
                Content = text.Length == 0 ? null : [new CitationGeneratedText(text)],
                Citations = [.. _citations],
            });
        }

        return text.Length == 0 && _deltaProperties is null ? null : new TextBlock(text) { AdditionalProperties = _deltaProperties.Copy() };
    }

    private ToolUseContent BuildToolUse()
    {
        ToolUseBlockStart? start = (_start as ToolUseStart)?.ToolUse;
        IDictionary<string, JsonElement>? properties = start?.AdditionalProperties.Copy();
        Keep(ref properties, _properties);
        return new ToolUseContent(new ToolUseBlock
        {
            ToolUseId = start?.ToolUseId,
            Name = start?.Name,
            Type = start?.Type,
            Input = Input(),
            AdditionalProperties = properties,
        });
    }

    private JsonElement Input()
    {
        string text = TextOf(_input) ?? string.Empty;
        if (string.IsNullOrWhiteSpace(text))
        {
            return RawJson.EmptyObject;
        }

        try
        {
            return RawJson.Parse(LoneSurrogates.MendJson(text));
        }
        catch (JsonException)
        {
            // Cut short, or no JSON at all: nothing of what the model wrote may be lost, so it is kept as a JSON string.
            return JsonSerializer.SerializeToElement(text, ConverseJsonContext.Default.String);
        }
    }

    private ToolResultBlockContent BuildToolResult()
    {
        ToolResultBlockStart? start = (_start as ToolResultStart)?.ToolResult;
        return new ToolResultBlockContent(new ToolResultBlock
        {
            ToolUseId = start?.ToolUseId,
            Content = ResultBlocks(),
            Status = start?.Status,
            Type = start?.Type,
            AdditionalProperties = start?.AdditionalProperties.Copy(),
        });
    }

    private List<ToolResultContentBlock> ResultBlocks()
    {
        List<ToolResultContentBlock> blocks = [];
        foreach (ToolResultBlockDelta piece in _results)
        {
            switch (piece)
            {
                case ToolResultTextDelta text when blocks is [.., ToolResultText last]:
                    last.Text += text.Text;
                    break;
                case ToolResultTextDelta text:
                    blocks.Add(new ToolResultText(text.Text));
                    break;
                case ToolResultJsonDelta json:
                    blocks.Add(new ToolResultJson(json.Json));
                    break;
                case UnknownToolResultBlockDelta unknown:
                    blocks.Add(new UnknownToolResultContentBlock(unknown.Raw));
                    break;
            }
        }

        return blocks;
    }

    private ImageContent BuildImage()
    {
        ImageBlockStart? start = (_start as ImageStart)?.Image;
        return new ImageContent(new ImageBlock
        {
            Format = start?.Format ?? default,
            Source = _image is null ? _imageRest?.Source : new ImageBytesSource(_image.ToArray()),
            Error = _imageRest?.Error,
            AdditionalProperties = start?.AdditionalProperties.Copy(),
        });
    }
}
