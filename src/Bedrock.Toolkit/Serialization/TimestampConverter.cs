namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a time as the ISO 8601 string of the service, such as <c>2026-03-01T10:00:00Z</c>.</summary>
/// <remarks>
/// Written in UTC, with the fraction only when there is one. Also read: an offset other than Z, and a number of seconds since 1970, which is the
/// protocol's own default.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    // The span of DateTimeOffset in seconds since 1970.
    private const double Earliest = -62_135_596_800;
    private const double Latest = 253_402_300_799.9999;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.TryGetDateTimeOffset(out DateTimeOffset time) && HasOffset(reader.GetString()!):
                return time;
            case JsonTokenType.Number when reader.TryGetDouble(out double seconds) && seconds >= Earliest && seconds <= Latest:
                // A double holds today's seconds to less than a microsecond; the rest would be noise.
                return DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds * 1_000_000) * TimeSpan.TicksPerMicrosecond);
            default:
                throw new JsonException("A time was expected: an ISO 8601 string with Z or an offset, or a number of seconds since 1970.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Format(value));
    }

    /// <summary>The text of a time on the wire.</summary>
    internal static string Format(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    // Without an offset the reader would take the time as local, so that the same answer would mean another time on another machine.
    private static bool HasOffset(string text)
    {
        int time = text.IndexOf('T', StringComparison.Ordinal);
        return time >= 0 && text.AsSpan(time).IndexOfAny("Zz+-") >= 0;
    }
}
