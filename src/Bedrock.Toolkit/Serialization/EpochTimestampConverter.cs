namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a time as a number of seconds since 1970, with a fraction where there is one. Stateless and thread-safe.</summary>
/// <remarks>What <see cref="TimestampConverter"/> reads is read here too.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EpochTimestampConverter : JsonConverter<DateTimeOffset>
{
    private static readonly TimestampConverter Lenient = new();

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Lenient.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        // The service keeps milliseconds.
        long milliseconds = value.ToUnixTimeMilliseconds();
        if (milliseconds % 1000 == 0)
        {
            writer.WriteNumberValue(milliseconds / 1000);
        }
        else
        {
            writer.WriteNumberValue(milliseconds / 1000m);
        }
    }
}
