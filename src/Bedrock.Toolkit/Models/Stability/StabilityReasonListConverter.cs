using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes a list of texts in which null has a meaning. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StabilityReasonListConverter : JsonConverter<IList<string?>>
{
    /// <inheritdoc/>
    public override IList<string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array was expected, but the JSON has {reader.TokenType}.");
        }

        List<string?> reasons = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reasons.Add(reader.TokenType is JsonTokenType.String or JsonTokenType.Null
                ? reader.GetString()
                : throw new JsonException($"A string or null was expected at index {reasons.Count} of the reasons, but the JSON has {reader.TokenType}."));
        }

        return reasons;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<string?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (string? reason in value)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
    }
}
