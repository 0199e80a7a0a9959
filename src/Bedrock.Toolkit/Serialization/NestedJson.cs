namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a value inside a converter, and keeps the place of a fault: the serializer alone would begin its path anew there.</summary>
internal static class NestedJson
{
    /// <summary>Reads the value that the reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="info">How to read it.</param>
    /// <param name="index">The value's index, when it is the element of a list.</param>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> info, int? index = null)
    {
        try
        {
            return JsonWindow.Read(ref reader, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, index is { } i ? $"[{i}]" : null);
        }
    }

    /// <summary>Reads the value of an entry of a map that the reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="info">How to read it.</param>
    /// <param name="key">The entry's key.</param>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> info, string key)
    {
        try
        {
            return JsonWindow.Read(ref reader, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, SegmentOf(key));
        }
    }

    /// <inheritdoc cref="Read{T}(ref Utf8JsonReader, JsonTypeInfo{T}, int?)"/>
    public static object? Read(ref Utf8JsonReader reader, JsonTypeInfo info)
    {
        try
        {
            return JsonWindow.Read(ref reader, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, null);
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="info">How to write it.</param>
    /// <param name="index">The value's index, when it is the element of a list.</param>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> info, int? index = null)
    {
        try
        {
            JsonSerializer.Serialize(writer, value, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, index is { } i ? $"[{i}]" : null);
        }
    }

    /// <summary>Writes the value of an entry of a map.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="info">How to write it.</param>
    /// <param name="key">The entry's key.</param>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> info, string key)
    {
        try
        {
            JsonSerializer.Serialize(writer, value, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, SegmentOf(key));
        }
    }

    /// <inheritdoc cref="Write{T}(Utf8JsonWriter, T, JsonTypeInfo{T}, int?)"/>
    public static void Write(Utf8JsonWriter writer, object value, JsonTypeInfo info)
    {
        try
        {
            JsonSerializer.Serialize(writer, value, info);
        }
        catch (JsonException e)
        {
            throw new NestedJsonException(e, null);
        }
    }

    /// <summary>The whole path of a fault, from the root to where it is.</summary>
    public static string PathOf(JsonException exception) => (exception.Path ?? "$") + (exception as NestedJsonException)?.InnerPath;

    /// <summary>The same fault with its whole path.</summary>
    public static JsonException WithWholePath(JsonException exception) =>
        exception is NestedJsonException nested
            ? new JsonException(nested.Reason, PathOf(nested), nested.LineNumber, nested.BytePositionInLine, nested.InnerException)
            : exception;

    // As the serializer itself renders names.
    private static string SegmentOf(string key) =>
        key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? "." + key : $"['{key}']";

    /// <summary>A fault inside a converter; the serializer fills in the path to the converter, this keeps the rest of the way.</summary>
    private sealed class NestedJsonException : JsonException
    {
        public NestedJsonException(JsonException inner, string? segment)
            : base((inner as NestedJsonException)?.Reason ?? inner.Message, null, inner.LineNumber, inner.BytePositionInLine, inner)
        {
            Reason = (inner as NestedJsonException)?.Reason ?? inner.Message;
            InnerPath = segment + PathOf(inner)[1..];
        }

        public string Reason { get; }

        public string InnerPath { get; }
    }
}
