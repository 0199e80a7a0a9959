namespace Bedrock.Toolkit.Models;

/// <summary>A piece of text in the form that nearly every chunk of a stream has; all other chunks, and all faults, are left to the general reader.</summary>
internal static class ClaudeTextPiece
{
    private const int MaxDigits = 4;

    /// <summary>Reads a chunk as an event; null when it has another form.</summary>
    public static ClaudeStreamEvent? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return TryFind(json, out int index, out Utf8JsonReader text) ? ClaudeContentBlockDeltaEvent.OfText(index, text.GetString()!) : null;
        }
        catch (InvalidOperationException)
        {
            // No valid Unicode: the general reader says so, or keeps half of a pair.
            return null;
        }
    }

    /// <summary>Finds the text of a chunk.</summary>
    /// <param name="json">The chunk.</param>
    /// <param name="index">The place of the block in the answer.</param>
    /// <param name="text">Stands on the text.</param>
    /// <returns>False when the chunk has another form.</returns>
    public static bool TryFind(ReadOnlySpan<byte> json, out int index, out Utf8JsonReader text)
    {
        index = 0;
        text = default;
        if (!TryPass(ref json, "{\"type\":\"content_block_delta\",\"index\":"u8))
        {
            return false;
        }

        int digits = json.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is < 1 or > MaxDigits || (digits > 1 && json[0] == '0'))
        {
            return false;
        }

        foreach (byte digit in json[..digits])
        {
            index = (10 * index) + (digit - '0');
        }

        json = json[digits..];
        if (!TryPass(ref json, ",\"delta\":{\"type\":\"text_delta\",\"text\":"u8) || !json.EndsWith("\"}}"u8))
        {
            return false;
        }

        json = json[..^2];
        text = new Utf8JsonReader(json);
        try
        {
            return text.Read() && text.TokenType == JsonTokenType.String && text.BytesConsumed == json.Length;
        }
        catch (JsonException)
        {
            // The general reader tells of the whole chunk what is wrong, and where.
            return false;
        }
    }

    private static bool TryPass(ref ReadOnlySpan<byte> json, ReadOnlySpan<byte> expected)
    {
        bool isThere = json.StartsWith(expected);
        json = isThere ? json[expected.Length..] : json;
        return isThere;
    }
}
