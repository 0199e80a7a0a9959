using System.Buffers;

namespace Bedrock.Toolkit.Streaming;

/// <summary>Reads the payload of a chunk frame: <c>{"bytes":"&lt;base64 of the family's JSON&gt;","p":"&lt;padding&gt;"}</c>.</summary>
internal static class ChunkPayload
{
    public static TEvent Read<TEvent>(ReadOnlySpan<byte> payload, JsonTypeInfo<TEvent> eventInfo)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(payload.Length);
        ReadOnlySpan<byte> json = payload;
        try
        {
            json = buffer.AsSpan(0, DecodeBytes(payload, buffer));
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
