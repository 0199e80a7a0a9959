namespace Bedrock.Toolkit.Serialization;

/// <summary>Where a text could not be read, without any part of the text.</summary>
internal static class JsonFault
{
    /// <summary>The offset in bytes from the start of the text; null when the exception does not tell.</summary>
    /// <remarks>The exception counts lines, and bytes within the line.</remarks>
    public static long? OffsetOf(JsonException e, ReadOnlySpan<byte> json)
    {
        if (e.BytePositionInLine is not { } inLine)
        {
            return null;
        }

        long offset = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
        {
            int end = json[(int)offset..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }

            offset += end + 1;
        }

        return offset + inLine;
    }

    /// <summary>Whether this is how System.Text.Json tells of an escaped name or text that is no valid Unicode, which it does without a place.</summary>
    public static bool IsInvalidText(InvalidOperationException e) => e.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    /// <summary>The place only: the serializer's own messages can quote a character or a word of the text.</summary>
    public static JsonException WithoutPayload(JsonException e) => new(null, NestedJson.PathOf(e), e.LineNumber, e.BytePositionInLine);
}
