namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the payload of a chunk frame: <c>{"bytes":"&lt;base64 of the family's JSON&gt;","p":"&lt;padding&gt;"}</c>.</summary>
internal static class ChunkPayload
{
    private static readonly SearchValues<byte> PaddingCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    public static TEvent Read<TEvent>(ReadOnlySpan<byte> payload, JsonTypeInfo<TEvent> eventInfo, Func<ReadOnlySpan<byte>, TEvent?>? readUsual = null)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(payload.Length);
        ReadOnlySpan<byte> json = payload;
        try
        {
            json = buffer.AsSpan(0, DecodeBytes(payload, buffer));
            if (readUsual is not null && readUsual(json) is { } usual)
            {
                return usual;
            }

            return (LoneSurrogates.Mend(json) is { } mended ? ReadHalves(json, mended, eventInfo) : JsonSerializer.Deserialize(json, eventInfo))
                ?? throw new JsonException("The chunk is the JSON null.");
        }
        catch (JsonException e)
        {
            throw new BedrockProtocolException(
                $"A chunk of the stream cannot be read as {typeof(TEvent).Name} (at {NestedJson.PathOf(e)}).",
                JsonFault.WithoutPayload(e))
            {
                JsonPath = NestedJson.PathOf(e),
                ByteOffset = JsonFault.OffsetOf(e, json),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Adds the JSON of a payload to a fold; false when either has another form than the usual one.</summary>
    public static bool TryFold(ReadOnlySpan<byte> payload, IChunkFold fold)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(payload.Length);
        try
        {
            return TryDecodeUsual(payload, buffer, out int length) && fold.TryAdd(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Shows the JSON of a payload that could be read to the one who observes the call.</summary>
    public static void Show(ReadOnlySpan<byte> payload, IStreamingCall call)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(payload.Length);
        try
        {
            call.Observe(buffer.AsSpan(0, DecodeBytes(payload, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Pieces of text keep half of a pair, for the other half may come next; where one stands elsewhere, nothing else can read it.
    private static TEvent? ReadHalves<TEvent>(ReadOnlySpan<byte> json, ReadOnlySpan<byte> mended, JsonTypeInfo<TEvent> eventInfo)
    {
        try
        {
            return JsonSerializer.Deserialize(json, eventInfo);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return JsonSerializer.Deserialize(mended, eventInfo);
        }
    }

    private static int DecodeBytes(ReadOnlySpan<byte> payload, Span<byte> output)
    {
        if (TryDecodeUsual(payload, output, out int usual))
        {
            return usual;
        }

        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The payload is not a JSON object.");
        }

        int? length = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isBytes = IsBytes(ref reader);
            reader.Read();
            if (isBytes && reader.TokenType == JsonTokenType.String)
            {
                // The last one wins, as everywhere in JSON that is read here.
                length = DecodeBase64(ref reader, output);
            }

            reader.Skip();
        }

        return length ?? throw new JsonException("The payload has no member 'bytes'.");
    }

    // As the service writes it: the bytes come first, then at most the padding, whose characters need no escapes.
    private static bool TryDecodeUsual(ReadOnlySpan<byte> payload, Span<byte> output, out int length)
    {
        length = 0;
        ReadOnlySpan<byte> start = "{\"bytes\":\""u8;
        ReadOnlySpan<byte> padding = "\",\"p\":\""u8;
        ReadOnlySpan<byte> end = "\"}"u8;
        if (!payload.StartsWith(start) || !payload.EndsWith(end))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = payload[start.Length..];
        int quote = rest.IndexOf((byte)'"');
        if (quote < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> encoded = rest[..quote];
        rest = rest[quote..];
        bool isUsual = rest.Length == end.Length
            || (rest.Length >= padding.Length + end.Length && rest.StartsWith(padding)
                && !rest[padding.Length..^end.Length].ContainsAnyExcept(PaddingCharacters));
        return isUsual
            && System.Buffers.Text.Base64.DecodeFromUtf8(encoded, output, out int consumed, out length) == OperationStatus.Done
            && consumed == encoded.Length;
    }

    private static bool IsBytes(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueTextEquals("bytes"u8);
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a pair.
            throw new JsonException("The name of a member is no valid Unicode.");
        }
    }

    private static int DecodeBase64(ref Utf8JsonReader reader, Span<byte> output)
    {
        int length;
        try
        {
            // CopyString also undoes escapes such as \/ ; base64 never grows by it, so the payload's length is room enough.
            length = reader.CopyString(output);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("The member 'bytes' is no valid Unicode.");
        }

        OperationStatus status = System.Buffers.Text.Base64.DecodeFromUtf8InPlace(output[..length], out int written);
        return status == OperationStatus.Done ? written : throw new JsonException("The member 'bytes' is not base64.");
    }
}
