namespace Bedrock.Toolkit.Converse;

/// <summary>Reads the frames of ConverseStream as events. Stateless and thread-safe.</summary>
internal static class ConverseEventReader
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = RawJson.MaxDepth };

    /// <summary>Reads one event; those of no known name too.</summary>
    /// <exception cref="JsonException">The payload cannot be read.</exception>
    public static ConverseStreamEvent Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload)
    {
        if (LoneSurrogates.Mend(payload) is { } mended)
        {
            return WithHalves(ReadWithoutPadding(eventType, mended), payload);
        }

        if (eventType.SequenceEqual("contentBlockDelta"u8))
        {
            return ReadText(payload) ?? ReadWithoutPadding(eventType, payload);
        }

        return ReadWithoutPadding(eventType, payload);
    }

    // Half of a pair may have its other half in the next piece: texts keep what the payload has.
    private static ConverseStreamEvent WithHalves(ConverseStreamEvent read, ReadOnlySpan<byte> payload)
    {
        switch (read)
        {
            case ContentBlockDeltaEvent { Delta: TextDelta text }:
                text.Text = TextAt(payload, "delta", "text") ?? text.Text;
                break;
            case ContentBlockDeltaEvent { Delta: ToolUseDelta { ToolUse: { } use } }:
                use.Input = TextAt(payload, "delta", "toolUse", "input") ?? use.Input;
                break;
            case ContentBlockDeltaEvent { Delta: ReasoningDelta { ReasoningContent: ReasoningTextDelta reasoning } }:
                reasoning.Text = TextAt(payload, "delta", "reasoningContent", "text") ?? reasoning.Text;
                break;
        }

        return read;
    }

    private static string? TextAt(ReadOnlySpan<byte> payload, params ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(payload, Deep);
        reader.Read();
        foreach (string name in path)
        {
            bool found = false;
            while (!found && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                found = reader.ValueTextEquals(name);
                reader.Read();
                if (!found)
                {
                    reader.Skip();
                }
            }

            if (!found)
            {
                return null;
            }
        }

        return reader.TokenType == JsonTokenType.String ? LoneSurrogates.Unescape(reader.ValueSpan) : null;
    }

    private static ConverseStreamEvent ReadWithoutPadding(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload)
    {
        Range padding = FindPadding(payload);
        if (padding.Equals(default))
        {
            return ReadEvent(eventType, payload);
        }

        // Spaces in its place, so that every fault keeps its offset.
        byte[] copy = ArrayPool<byte>.Shared.Rent(payload.Length);
        try
        {
            payload.CopyTo(copy);
            copy.AsSpan(padding).Fill((byte)' ');
            return ReadEvent(eventType, copy.AsSpan(0, payload.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static ConverseStreamEvent ReadEvent(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload)
    {
        ConverseStreamEvent? read = eventType switch
        {
            _ when eventType.SequenceEqual("contentBlockDelta"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.ContentBlockDeltaEvent),
            _ when eventType.SequenceEqual("contentBlockStart"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.ContentBlockStartEvent),
            _ when eventType.SequenceEqual("contentBlockStop"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.ContentBlockStopEvent),
            _ when eventType.SequenceEqual("messageStart"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.MessageStartEvent),
            _ when eventType.SequenceEqual("messageStop"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.MessageStopEvent),
            _ when eventType.SequenceEqual("metadata"u8) => JsonSerializer.Deserialize(payload, ConverseJsonContext.Default.ConverseStreamMetadataEvent),
            _ => new UnknownConverseStreamEvent(Encoding.UTF8.GetString(eventType), payload.IsEmpty ? RawJson.EmptyObject : RawJson.Parse(payload)),
        };
        return read ?? throw new JsonException("The event is the JSON null.");
    }

    /// <summary>The event of a stream that nearly all are, a piece of text, without the detour over metadata and unions; null when it is anything
    /// else.</summary>
    private static ContentBlockDeltaEvent? ReadText(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, Deep);
        int? index = null;
        string? text = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (index is null && reader.ValueTextEquals("contentBlockIndex"u8))
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out int number))
                {
                    return null;
                }

                index = number;
            }
            else if (text is null && reader.ValueTextEquals("delta"u8))
            {
                if (ReadTextDelta(ref reader) is not { } piece)
                {
                    return null;
                }

                text = piece;
            }
            else if (!reader.ValueTextEquals("p"u8) || !reader.Read() || reader.TokenType != JsonTokenType.String)
            {
                return null;
            }
        }

        return text is not null && reader.TokenType == JsonTokenType.EndObject && !reader.Read()
            ? new ContentBlockDeltaEvent { ContentBlockIndex = index, Delta = new TextDelta(text) }
            : null;
    }

    private static string? ReadTextDelta(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject
            || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("text"u8)
            || !reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        string text = reader.GetString()!;
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? text : null;
    }

    /// <summary>Where the member <c>p</c> of the outermost object stands, with one comma beside it; the default when there is none.</summary>
    private static Range FindPadding(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, Deep);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return default;
        }

        int before = (int)reader.BytesConsumed;
        bool isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isPadding = reader.ValueTextEquals("p"u8);
            reader.Read();
            reader.Skip();
            int after = (int)reader.BytesConsumed;
            if (isPadding)
            {
                return isFirst ? before..EndOfComma(payload, after) : before..after;
            }

            before = after;
            isFirst = false;
        }

        return default;
    }

    private static int EndOfComma(ReadOnlySpan<byte> payload, int after)
    {
        int comma = payload[after..].IndexOfAnyExcept((byte)' ', (byte)'\n', (byte)'\r') is var at and >= 0 && payload[after + at] == (byte)','
            ? after + at + 1 : after;
        return comma;
    }
}
