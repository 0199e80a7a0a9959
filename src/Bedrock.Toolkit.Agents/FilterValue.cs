using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Bedrock.Toolkit.Agents;

/// <summary>Writes what a filter compares with as JSON, without reflection.</summary>
internal static class FilterValue
{
    /// <exception cref="NotSupportedException">The value is no text, number, boolean, time, or list of such.</exception>
    public static JsonElement ToJson(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (object? element in list)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException(
                    $"A filter compares with texts, numbers, booleans and lists of them, not with {value?.GetType().Name ?? "null"}.");
        }
    }
}
