using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>One record of an input or output file, read as far as it is needed.</summary>
/// <param name="Id">Its record id; null when it has none.</param>
/// <param name="Output">The answer; empty when there is none.</param>
/// <param name="HasError">Whether there is an error.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Message">What the error says.</param>
internal readonly record struct OutputRecord(string? Id, ReadOnlyMemory<byte> Output, bool HasError, string? Code, string? Message)
{
    /// <summary>Reads a record; one that is no JSON has nothing at all.</summary>
    public static OutputRecord Read(ReadOnlyMemory<byte> json)
    {
        OutputRecord record = default;
        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 1_000 });
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                record = ReadMember(ref reader, record, json);
            }

            return record;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A record that is damaged has no result that could be trusted, but may still say whose it is.
            return new OutputRecord(record.Id, default, false, null, null);
        }
    }

    private static OutputRecord ReadMember(ref Utf8JsonReader reader, OutputRecord record, ReadOnlyMemory<byte> json)
    {
        bool isId = reader.ValueTextEquals("recordId"u8);
        bool isOutput = reader.ValueTextEquals("modelOutput"u8);
        bool isError = reader.ValueTextEquals("error"u8);
        reader.Read();
        if (isId && reader.TokenType == JsonTokenType.String)
        {
            return record with { Id = reader.GetString() };
        }

        if (isError && reader.TokenType == JsonTokenType.StartObject)
        {
            return ReadError(ref reader, record);
        }

        int start = (int)reader.TokenStartIndex;
        bool isNull = reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        return isOutput && !isNull ? record with { Output = json[start..(int)reader.BytesConsumed] } : record;
    }

    private static OutputRecord ReadError(ref Utf8JsonReader reader, OutputRecord record)
    {
        record = record with { HasError = true };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCode = reader.ValueTextEquals("errorCode"u8);
            bool isMessage = reader.ValueTextEquals("errorMessage"u8);
            reader.Read();
            string? text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
            reader.Skip();
            record = isCode ? record with { Code = text } : isMessage ? record with { Message = text } : record;
        }

        return record;
    }
}
